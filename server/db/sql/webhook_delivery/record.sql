UPDATE webhook_deliveries
SET state = :state, attempts = attempts + 1, status_code = :status_code, failure = :failure, duration_ms = :duration_ms,
    last_attempt_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id
