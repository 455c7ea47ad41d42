SELECT p.id, p.version, p.auto_approve_min, p.auto_decline_max, p.recommendation_cutoff, p.max_loan_amount_auto_minor,
       p.max_term_months_auto, p.require_review_purposes::text AS require_review_purposes, p.indicative_rate,
       p.sla_hours, p.band_override_approval, t.currency, t.time_zone, t.automation,
       coalesce((t.settings #>> '{application_expiry,days}')::integer, 30) AS expiry_days
FROM tenants t
JOIN decision_thresholds p ON p.tenant_id = t.id AND p.state = 'active'
WHERE p.tenant_id = :tenant_id
