DELETE FROM webhooks WHERE tenant_id = :tenant_id AND id = :id
