UPDATE webhooks
SET url = :url, events = :events, enabled = :enabled, disabled_reason = :disabled_reason,
    secret_generation = :secret_generation, old_secret_until = :old_secret_until::timestamptz, failures = :failures,
    failing_since = :failing_since::timestamptz, version = version + 1
WHERE tenant_id = :tenant_id AND id = :id
