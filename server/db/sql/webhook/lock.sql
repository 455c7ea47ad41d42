SELECT w.id, w.url, w.events, w.enabled, w.disabled_reason, w.secret_generation, w.old_secret_until, w.failures, w.failing_since,
       w.created_at, w.version
FROM webhooks w WHERE w.tenant_id = :tenant_id AND w.id = :id FOR UPDATE
