UPDATE analyst_queues q
SET status = s.status, analyst_id = s.analyst_id, assigned_at = s.assigned_at, started_at = s.started_at, releases = s.releases,
    skips = s.skips, escalated = s.escalated OR q.sla_breached_at IS NOT NULL, flagged = s.flagged, priority = s.priority, priority_reason = s.priority_reason,
    help_requested_at = s.help_requested_at, undo_by = NULL, undo_until = NULL, undo_version = NULL, undo_state = NULL,
    version = q.version + 1, updated_at = :now::timestamptz
FROM analyst_queues u,
     jsonb_to_record(u.undo_state)
         AS s (status text, analyst_id uuid, assigned_at timestamptz, started_at timestamptz, releases integer, skips integer,
               escalated boolean, flagged boolean, priority integer, priority_reason text, help_requested_at timestamptz)
WHERE q.tenant_id = :tenant_id AND q.id = :id AND u.tenant_id = q.tenant_id AND u.id = q.id
