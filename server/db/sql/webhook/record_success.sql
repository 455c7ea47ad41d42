UPDATE webhooks SET failures = 0, failing_since = NULL WHERE tenant_id = :tenant_id AND id = :id AND failures > 0
