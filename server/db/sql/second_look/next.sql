-- The oldest that this person may decide without knowing: he has neither decided nor signed nor stood back from the case, and
-- has never done anything with it, not even looked at it. What somebody else is taking at this moment is passed by.
SELECT s.id
FROM second_looks s
JOIN applications a ON a.tenant_id = s.tenant_id AND a.id = s.application_id
WHERE s.tenant_id = :tenant_id AND s.state = 'waiting'
  AND s.decided_by <> :user_id::uuid AND s.signed_by IS DISTINCT FROM :user_id::uuid
  AND (:max_amount_minor::bigint IS NULL OR a.amount_minor <= :max_amount_minor::bigint)
  AND NOT EXISTS (SELECT FROM queue_recusals r
                   WHERE r.tenant_id = s.tenant_id AND r.application_id = s.application_id AND r.user_id = :user_id::uuid)
  AND NOT EXISTS (SELECT FROM audit_logs l
                   WHERE l.tenant_id = s.tenant_id AND l.entity_type = 'application' AND l.entity_id = s.application_id
                     AND l.actor_id = :user_id::uuid)
ORDER BY s.created_at, s.id
LIMIT 1
FOR UPDATE OF s SKIP LOCKED
