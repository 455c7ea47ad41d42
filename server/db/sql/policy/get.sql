SELECT p.id, p.version, p.state, p.auto_approve_min, p.auto_decline_max, p.recommendation_cutoff, p.max_loan_amount_auto_minor,
       p.max_term_months_auto, p.require_review_purposes::text AS require_review_purposes, p.indicative_rate, p.sla_hours,
       p.band_override_approval, p.reason, p.simulation::text AS simulation, p.created_by AS creator, p.created_at, p.approved_at,
       p.activated_at, p.retired_at, t.currency, c.id AS created_by_id, c.name AS created_by_name, a.id AS approved_by_id,
       a.name AS approved_by_name
FROM decision_thresholds p
JOIN tenants t ON t.id = p.tenant_id
LEFT JOIN users c ON c.tenant_id = :tenant_id AND c.id = CASE WHEN p.created_by LIKE 'user:%' THEN substr(p.created_by, 6)::uuid END
LEFT JOIN users a ON a.tenant_id = :tenant_id AND a.id = CASE WHEN p.approved_by LIKE 'user:%' THEN substr(p.approved_by, 6)::uuid END
WHERE p.tenant_id = :tenant_id AND p.id = :id
