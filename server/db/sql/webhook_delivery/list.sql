SELECT d.id, d.event, d.state, d.attempts, d.status_code, d.failure, d.duration_ms, d.created_at, d.last_attempt_at
FROM webhook_deliveries d
WHERE d.tenant_id = :tenant_id AND d.webhook_id = :webhook_id
  AND (:after_id::uuid IS NULL OR (d.created_at, d.id) < (:after_key::timestamptz, :after_id::uuid))
ORDER BY d.created_at DESC, d.id DESC
LIMIT :limit OFFSET :offset
