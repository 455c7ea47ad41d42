UPDATE analyst_queues
SET status = 'pending', analyst_id = NULL, assigned_at = NULL, started_at = NULL, releases = releases + 1,
    help_requested_at = NULL, escalated = escalated OR :escalated, priority = :priority, priority_reason = :priority_reason,
    version = version + 1, updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id
