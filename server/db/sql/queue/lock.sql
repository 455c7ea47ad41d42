SELECT q.id, q.application_id, q.status, q.analyst_id, q.priority, q.releases, q.flagged, q.sla_deadline, q.started_at,
       q.version, a.amount_minor, a.currency
FROM analyst_queues q
JOIN applications a ON a.tenant_id = q.tenant_id AND a.id = q.application_id
WHERE q.tenant_id = :tenant_id AND q.id = :id
FOR UPDATE OF q
