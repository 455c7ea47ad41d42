UPDATE webhook_deliveries SET state = 'waiting', failure = NULL WHERE tenant_id = :tenant_id AND id = :id
