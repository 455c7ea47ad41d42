UPDATE analyst_queues
SET status = 'assigned', analyst_id = :analyst_id, assigned_at = :now::timestamptz, started_at = NULL,
    help_requested_at = NULL, version = version + 1, updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id
