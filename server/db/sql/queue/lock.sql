SELECT q.id, q.application_id, q.status, q.analyst_id, q.releases, q.skips, q.flagged, q.escalated, q.sla_deadline, q.started_at,
       q.undo_by, q.undo_until, q.undo_version, q.undo_state ->> 'status' AS undo_status,
       (q.undo_state ->> 'analyst_id')::uuid AS undo_analyst, (q.undo_state ->> 'releases')::integer AS undo_releases, q.version, a.amount_minor, a.currency
FROM analyst_queues q
JOIN applications a ON a.tenant_id = q.tenant_id AND a.id = q.application_id
WHERE q.tenant_id = :tenant_id AND q.id = :id
FOR UPDATE OF q
