SELECT d.id, d.application_id, d.decision_type, d.outcome, d.status, d.approved_amount_minor, d.approved_term_months,
       d.approved_interest_rate, d.monthly_payment_minor, d.currency, d.reason_codes::text AS reason_codes,
       a.person_id, person.wrapped_key, d.sealed_texts, d.override_flag, d.override_direction, d.override_kind, d.override_reason,
       d.approval_deadline, d.override_approved_by, approver.name AS override_approved_by_name, d.override_approved_at,
       d.override_rejected_by, rejecter.name AS override_rejected_by_name, d.override_rejected_at, d.sealed_comment,
       d.model_score, d.recommendation, d.decided_by, decider.name AS decided_by_name, d.review_time_seconds, d.decided_at,
       d.version,
       (SELECT coalesce(jsonb_agg(jsonb_build_object(
                   'id', c.id, 'type', c.type, 'due_date', c.due_date, 'status', c.status,
                   'sealed_note', encode(c.sealed_note, 'base64'), 'changed_at', c.changed_at, 'version', c.version,
                   'changed_by', CASE WHEN c.changed_by IS NOT NULL
                                      THEN jsonb_build_object('id', c.changed_by, 'name', p.name) END)
                   ORDER BY c.position), '[]')
          FROM decision_conditions c
          LEFT JOIN users p ON p.tenant_id = c.tenant_id AND p.id = c.changed_by
         WHERE c.tenant_id = :tenant_id AND c.decision_id = d.id)::text AS conditions
FROM decisions d
JOIN applications a ON a.tenant_id = d.tenant_id AND a.id = d.application_id
JOIN persons person ON person.tenant_id = a.tenant_id AND person.id = a.person_id
LEFT JOIN users decider ON decider.tenant_id = d.tenant_id AND decider.id = d.decided_by
LEFT JOIN users approver ON approver.tenant_id = d.tenant_id AND approver.id = d.override_approved_by
LEFT JOIN users rejecter ON rejecter.tenant_id = d.tenant_id AND rejecter.id = d.override_rejected_by
WHERE d.tenant_id = :tenant_id AND d.application_id = :application_id
ORDER BY d.decided_at DESC, d.id DESC
