SELECT count(*) FILTER (WHERE q.status = 'pending') AS pending,
       count(*) FILTER (WHERE q.status = 'assigned') AS assigned,
       count(*) FILTER (WHERE q.status = 'in_progress') AS in_progress,
       count(*) FILTER (WHERE q.status <> 'awaiting_documents' AND q.sla_deadline > :now::timestamptz
                          AND q.sla_warn_at < :now::timestamptz) AS approaching,
       count(*) FILTER (WHERE q.status <> 'awaiting_documents' AND q.sla_deadline <= :now::timestamptz) AS breached,
       count(*) FILTER (WHERE aged <= 20) AS high,
       count(*) FILTER (WHERE aged BETWEEN 21 AND 60) AS medium,
       count(*) FILTER (WHERE aged > 60) AS low,
       count(*) FILTER (WHERE q.analyst_id = :user_id::uuid) AS mine
FROM (
    SELECT q.status, q.sla_warn_at, q.sla_deadline, q.analyst_id, greatest(1, q.priority - least(20, greatest(0, floor(extract(epoch FROM (:now::timestamptz - q.created_at)) / 3600)))::integer) AS aged
    FROM analyst_queues q
    WHERE q.tenant_id = :tenant_id AND q.status NOT IN ('completed', 'cancelled')
) AS q
