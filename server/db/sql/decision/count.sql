-- At most cap: past the cap a total is only "at least".
SELECT count(*) AS total FROM (
SELECT 1 FROM decisions d
JOIN applications a ON a.tenant_id = d.tenant_id AND a.id = d.application_id
WHERE d.tenant_id = :tenant_id
  AND (:created_by_key::uuid IS NULL OR a.created_by_key = :created_by_key::uuid)
  AND (:hidden_id::uuid IS NULL OR d.application_id <> :hidden_id::uuid)
  AND (:application_id::uuid IS NULL OR d.application_id = :application_id)
  AND (:analyst_id::uuid IS NULL OR d.decided_by = :analyst_id)
  AND (:decision_type::text IS NULL OR d.decision_type = :decision_type)
  AND (:outcome::text IS NULL OR d.outcome = :outcome)
  AND (:status::text IS NULL OR d.status = :status)
  AND (:override_flag::boolean IS NULL OR d.override_flag = :override_flag)
  AND (:override_direction::text IS NULL OR d.override_direction = :override_direction)
  AND (:from_date::timestamptz IS NULL OR d.decided_at >= :from_date::timestamptz)
  AND (:to_date::timestamptz IS NULL OR d.decided_at < :to_date::timestamptz)
LIMIT :cap
) AS capped
