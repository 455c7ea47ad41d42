SELECT count(*) AS total FROM (
    SELECT 1 FROM analyst_queues q
    WHERE q.tenant_id = :tenant_id AND q.status NOT IN ('completed', 'cancelled')
      AND (:status::text IS NULL OR q.status = :status)
      AND (:analyst_id::uuid IS NULL OR q.analyst_id = :analyst_id)
      AND (NOT :unassigned::boolean OR q.analyst_id IS NULL)
      AND (:breached_by::timestamptz IS NULL OR (q.sla_deadline <= :breached_by AND q.status <> 'awaiting_documents'))
      AND (:approaching_at::timestamptz IS NULL OR (q.sla_warn_at < :approaching_at AND q.sla_deadline > :approaching_at
           AND q.status <> 'awaiting_documents'))
      AND (:priority_max::integer IS NULL OR greatest(1, q.priority - least(20, greatest(0, floor(extract(epoch FROM (:now::timestamptz - q.created_at)) / 3600)))::integer) <= :priority_max)
    LIMIT :cap
) AS capped
