-- At most cap + 1: past the cap a total is only "at least".
SELECT count(*) AS total FROM (
SELECT 1 FROM audit_logs l
WHERE l.tenant_id = :tenant_id
  AND (:entity_type::text IS NULL OR l.entity_type = :entity_type)
  AND (:entity_id::uuid IS NULL OR l.entity_id = :entity_id)
  AND (:actor_id::uuid IS NULL OR l.actor_id = :actor_id)
  AND (:action::text IS NULL OR l.action = :action)
  AND (:from_date::timestamptz IS NULL OR l.occurred_at >= :from_date::timestamptz)
  AND (:to_date::timestamptz IS NULL OR l.occurred_at < :to_date::timestamptz)
LIMIT :cap
) AS capped
