UPDATE webhooks SET failures = failures + 1, failing_since = coalesce(failing_since, :now::timestamptz)
WHERE tenant_id = :tenant_id AND id = :id
RETURNING enabled, failures, failing_since
