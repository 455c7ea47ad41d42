-- The most urgent case that nobody has, that this person may decide and has neither stood back from nor just passed over.
-- What somebody else is taking at this moment is passed by.
SELECT q.id
FROM analyst_queues q
JOIN applications a ON a.tenant_id = q.tenant_id AND a.id = q.application_id
WHERE q.tenant_id = :tenant_id AND q.status = 'pending'
  AND (:max_amount_minor::bigint IS NULL OR a.amount_minor <= :max_amount_minor::bigint)
  AND NOT EXISTS (SELECT FROM queue_recusals r
                   WHERE r.tenant_id = q.tenant_id AND r.application_id = q.application_id AND r.user_id = :user_id::uuid)
  AND NOT EXISTS (SELECT FROM queue_skips s
                   WHERE s.tenant_id = q.tenant_id AND s.queue_id = q.id AND s.user_id = :user_id::uuid
                     AND s.skipped_at > :skipped_since::timestamptz)
ORDER BY q.flagged DESC,
         greatest(1, q.priority - least(20, greatest(0, floor(extract(epoch FROM (:now::timestamptz - q.created_at)) / 3600)))::integer),
         q.sla_deadline, q.created_at, q.id
LIMIT 1
FOR UPDATE OF q SKIP LOCKED
