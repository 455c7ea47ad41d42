-- One number orders each way of sorting: urgency is flagged, then priority with ageing, then the deadline; ids break ties
-- by age. Ageing moves with the clock, so that no index holds this order: the open entries are sorted here, by their key
-- alone, and only the page is joined.
SELECT q.id AS queue_id, q.application_id, a.external_id, a.person_id, p.wrapped_key, a.sealed_name, a.amount_minor, a.currency,
       a.term_months, a.purpose, a.score, a.risk_category, q.priority, q.priority_reason, q.status, q.analyst_id,
       u.name AS analyst_name, q.routing_reason, q.sla_warn_at, q.sla_deadline, q.legal_deadline, q.created_at, q.releases, q.flagged, q.escalated,
       q.started_at, q.skips, q.help_requested_at, q.version, page.sort_key
FROM (
    SELECT keyed.id, keyed.sort_key
    FROM (
        SELECT q.id,
               :direction::bigint * CASE :sort::text
                   WHEN 'priority' THEN greatest(1, q.priority - least(20, greatest(0, floor(extract(epoch FROM (:now::timestamptz - q.created_at)) / 3600)))::integer)::bigint
                   WHEN 'created_at' THEN (extract(epoch FROM q.created_at) * 1000)::bigint
                   WHEN 'sla_deadline' THEN (extract(epoch FROM q.sla_deadline) * 1000)::bigint
                   WHEN 'danger' THEN (extract(epoch FROM least(q.sla_deadline, q.legal_deadline)) * 1000)::bigint
                   ELSE (CASE WHEN q.flagged THEN 0 ELSE 1000 END + greatest(1, q.priority - least(20, greatest(0, floor(extract(epoch FROM (:now::timestamptz - q.created_at)) / 3600)))::integer))::bigint * 10000000000000
                        + (extract(epoch FROM q.sla_deadline) * 1000)::bigint
               END AS sort_key
        FROM analyst_queues q
        WHERE q.tenant_id = :tenant_id AND q.status NOT IN ('completed', 'cancelled')
          AND (:status::text IS NULL OR q.status = :status)
          AND (:analyst_id::uuid IS NULL OR q.analyst_id = :analyst_id)
          AND (NOT :unassigned::boolean OR q.analyst_id IS NULL)
          AND (:breached_by::timestamptz IS NULL OR (q.sla_deadline <= :breached_by AND q.status <> 'awaiting_documents'))
          AND (:approaching_at::timestamptz IS NULL OR (q.sla_warn_at < :approaching_at AND q.sla_deadline > :approaching_at
               AND q.status <> 'awaiting_documents'))
          AND (:priority_max::integer IS NULL OR greatest(1, q.priority - least(20, greatest(0, floor(extract(epoch FROM (:now::timestamptz - q.created_at)) / 3600)))::integer) <= :priority_max)
    ) AS keyed
    WHERE :after_id::uuid IS NULL OR (keyed.sort_key, keyed.id) > (:after_key::bigint, :after_id::uuid)
    ORDER BY keyed.sort_key, keyed.id
    LIMIT :limit OFFSET :offset
) AS page
JOIN analyst_queues q ON q.tenant_id = :tenant_id AND q.id = page.id
JOIN applications a ON a.tenant_id = q.tenant_id AND a.id = q.application_id
JOIN persons p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
LEFT JOIN users u ON u.tenant_id = q.tenant_id AND u.id = q.analyst_id
ORDER BY page.sort_key, page.id
