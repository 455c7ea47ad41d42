SELECT u.id, u.name, u.role, u.grants::text AS grants, u.denials::text AS denials, u.is_active,
       coalesce(w.assigned, 0) AS assigned, coalesce(w.in_progress, 0) AS in_progress,
       coalesce(w.awaiting_documents, 0) AS awaiting_documents, coalesce(w.awaiting_approval, 0) AS awaiting_approval,
       coalesce(w.breached, 0) AS breached, w.next_deadline
FROM users u
LEFT JOIN (
    SELECT q.analyst_id,
           count(*) FILTER (WHERE q.status = 'assigned') AS assigned,
           count(*) FILTER (WHERE q.status = 'in_progress') AS in_progress,
           count(*) FILTER (WHERE q.status = 'awaiting_documents') AS awaiting_documents,
           count(*) FILTER (WHERE q.status = 'awaiting_approval') AS awaiting_approval,
           count(*) FILTER (WHERE q.status <> 'awaiting_documents' AND q.sla_deadline <= :now::timestamptz) AS breached,
           min(q.sla_deadline) FILTER (WHERE q.status <> 'awaiting_documents' AND q.sla_deadline > :now::timestamptz) AS next_deadline
    FROM analyst_queues q
    WHERE q.tenant_id = :tenant_id AND q.status NOT IN ('completed', 'cancelled') AND q.analyst_id IS NOT NULL
    GROUP BY q.analyst_id
) AS w ON w.analyst_id = u.id
WHERE u.tenant_id = :tenant_id AND u.is_active
ORDER BY u.name, u.id
