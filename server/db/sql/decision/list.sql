SELECT d.id, d.application_id, a.external_id, a.person_id, p.wrapped_key, a.sealed_name, d.decision_type, d.outcome, d.status,
       d.approved_amount_minor, d.currency, d.override_flag, d.override_direction, d.override_kind, d.model_score,
       d.decided_by, u.name AS decided_by_name, d.review_time_seconds, d.decided_at, d.version
FROM decisions d
JOIN applications a ON a.tenant_id = d.tenant_id AND a.id = d.application_id
JOIN persons p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
LEFT JOIN users u ON u.tenant_id = d.tenant_id AND u.id = d.decided_by
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
  AND (:after_id::uuid IS NULL OR (d.decided_at, d.id) < (:after_key::timestamptz, :after_id::uuid))
ORDER BY d.decided_at DESC, d.id DESC
LIMIT :limit OFFSET :offset
