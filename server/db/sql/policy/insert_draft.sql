INSERT INTO decision_thresholds (tenant_id, id, version, state, auto_approve_min, auto_decline_max, recommendation_cutoff,
                                 max_loan_amount_auto_minor, max_term_months_auto, require_review_purposes, indicative_rate,
                                 sla_hours, band_override_approval, reason, created_by, created_at, updated_at)
SELECT :tenant_id::uuid, :id::uuid, coalesce(max(p.version), 0) + 1, 'draft', :auto_approve_min::integer, :auto_decline_max::integer,
       :recommendation_cutoff::integer, :max_loan_amount_auto_minor::bigint, :max_term_months_auto::integer,
       :require_review_purposes::text[], :indicative_rate::float8, :sla_hours::integer, :band_override_approval::text,
       :reason::text, :created_by::text, :now::timestamptz, :now::timestamptz
FROM decision_thresholds p WHERE p.tenant_id = :tenant_id
