SELECT count(*) AS active
FROM analyst_queues q
WHERE q.tenant_id = :tenant_id AND q.analyst_id = :analyst_id AND q.status IN ('assigned', 'in_progress')
