SELECT d.id, d.application_id, d.decision_type, d.outcome, d.status, d.approved_amount_minor, d.approved_term_months,
       d.approved_interest_rate, d.monthly_payment_minor, d.currency, d.conditions::text AS conditions,
       d.reason_codes::text AS reason_codes, d.reasoning, d.override_flag, d.override_direction, d.override_reason,
       d.override_justification, d.model_score, d.recommendation, d.decided_by, u.name AS decided_by_name,
       d.review_time_seconds, d.decided_at
FROM decisions d
LEFT JOIN users u ON u.tenant_id = d.tenant_id AND u.id = d.decided_by
WHERE d.tenant_id = :tenant_id AND d.application_id = :application_id
ORDER BY d.decided_at DESC, d.id DESC
