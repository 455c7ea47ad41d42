-- Uncounted as a release.
UPDATE analyst_queues
SET status = 'pending', analyst_id = NULL, assigned_at = NULL, started_at = NULL, help_requested_at = NULL,
    skips = skips + :skips::integer, version = version + 1, updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id
