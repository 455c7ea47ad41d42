SELECT count(*) AS total FROM (
    SELECT 1 FROM webhook_deliveries d WHERE d.tenant_id = :tenant_id AND d.webhook_id = :webhook_id LIMIT :cap
) AS capped
