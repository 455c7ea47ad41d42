SELECT q.id
FROM analyst_queues q
WHERE q.tenant_id = :tenant_id AND q.status = 'pending' AND q.sla_warn_at < :now::timestamptz
ORDER BY q.sla_deadline, q.id
LIMIT :limit
