DELETE FROM webhook_deliveries WHERE tenant_id = :tenant_id AND created_at < :before::timestamptz
