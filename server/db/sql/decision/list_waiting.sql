SELECT d.id, d.application_id, a.external_id, a.person_id, p.wrapped_key, a.sealed_name, a.amount_minor, d.currency,
       a.term_months, a.purpose,
       d.outcome, d.approved_amount_minor, d.approved_term_months, d.approved_interest_rate, d.override_direction,
       d.override_kind, d.override_reason, d.model_score, a.risk_category, d.recommendation, d.decided_by,
       u.name AS decided_by_name, d.decided_at, d.approval_deadline, d.version
FROM decisions d
JOIN applications a ON a.tenant_id = d.tenant_id AND a.id = d.application_id
JOIN persons p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
JOIN users u ON u.tenant_id = d.tenant_id AND u.id = d.decided_by
WHERE d.tenant_id = :tenant_id AND d.status = 'pending_approval'
  AND (:override_direction::text IS NULL OR d.override_direction = :override_direction)
  AND (:override_kind::text IS NULL OR d.override_kind = :override_kind)
  AND (:analyst_id::uuid IS NULL OR d.decided_by = :analyst_id)
  AND (:due_after::timestamptz IS NULL OR d.approval_deadline > :due_after::timestamptz)
  AND (:due_by::timestamptz IS NULL OR d.approval_deadline <= :due_by::timestamptz)
  AND (:after_id::uuid IS NULL OR (d.decided_at, d.id) > (:after_key::timestamptz, :after_id::uuid))
ORDER BY d.decided_at, d.id
LIMIT :limit OFFSET :offset
