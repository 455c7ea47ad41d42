SELECT q.id, q.status, q.analyst_id, q.started_at, q.version, u.name AS analyst_name
FROM analyst_queues q
LEFT JOIN users u ON u.tenant_id = q.tenant_id AND u.id = q.analyst_id
WHERE q.tenant_id = :tenant_id AND q.application_id = :application_id AND q.status NOT IN ('completed', 'cancelled')
FOR UPDATE OF q
