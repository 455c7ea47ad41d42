SELECT count(*) AS total,
       count(*) FILTER (WHERE q.status = 'awaiting_documents') AS paused,
       count(*) FILTER (WHERE q.status <> 'awaiting_documents' AND q.sla_deadline <= :now::timestamptz) AS breached,
       count(*) FILTER (WHERE q.status <> 'awaiting_documents' AND q.sla_deadline > :now::timestamptz
                          AND q.sla_warn_at < :now::timestamptz) AS approaching,
       min(q.sla_deadline) FILTER (WHERE q.status <> 'awaiting_documents' AND q.sla_deadline > :now::timestamptz) AS next_deadline
FROM analyst_queues q
WHERE q.tenant_id = :tenant_id AND q.status NOT IN ('completed', 'cancelled')
