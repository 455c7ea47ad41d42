-- Before a move: what the same person may go back to while nothing else has happened, which the version tells.
UPDATE analyst_queues
SET undo_by = :user_id, undo_until = :until::timestamptz, undo_version = version + 1,
    undo_state = jsonb_build_object(
        'status', status, 'analyst_id', analyst_id, 'assigned_at', assigned_at, 'started_at', started_at, 'releases', releases,
        'skips', skips, 'escalated', escalated, 'flagged', flagged, 'priority', priority, 'priority_reason', priority_reason,
        'help_requested_at', help_requested_at)
WHERE tenant_id = :tenant_id AND id = :id
