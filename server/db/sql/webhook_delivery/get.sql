SELECT d.id, d.event, d.state, d.attempts, d.status_code, d.failure, d.duration_ms, d.created_at, d.last_attempt_at
FROM webhook_deliveries d
WHERE d.tenant_id = :tenant_id AND d.webhook_id = :webhook_id AND d.id = :id
