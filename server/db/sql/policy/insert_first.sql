INSERT INTO decision_thresholds (tenant_id, id, version, state, auto_approve_min, auto_decline_max,
                                 recommendation_cutoff, max_loan_amount_auto_minor, max_term_months_auto,
                                 indicative_rate, sla_hours, band_override_approval, created_by, approved_by,
                                 approved_at, activated_at, created_at, updated_at)
VALUES (:tenant_id, :id, 1, 'active', :auto_approve_min, :auto_decline_max, :recommendation_cutoff,
        :max_loan_amount_auto_minor, :max_term_months_auto, :indicative_rate, :sla_hours, :band_override_approval,
        'system:bootstrap', 'system:bootstrap', :now::timestamptz, :now::timestamptz, :now::timestamptz, :now::timestamptz)
