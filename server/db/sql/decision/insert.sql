INSERT INTO decisions (tenant_id, id, application_id, queue_id, decision_type, outcome, status, approved_amount_minor,
                       approved_term_months, approved_interest_rate, monthly_payment_minor, currency, conditions,
                       reason_codes, sealed_texts, reasoning_category, model_score, recommendation, override_flag,
                       override_direction, override_kind, override_reason, approval_deadline, decided_by, review_time_seconds,
                       decided_at, created_at, updated_at)
VALUES (:tenant_id, :id, :application_id, :queue_id, :decision_type, :outcome, :status, :approved_amount_minor,
        :approved_term_months, :approved_interest_rate, :monthly_payment_minor, :currency, :conditions::jsonb,
        :reason_codes::text[], :sealed_texts::bytea, :reasoning_category, :model_score, :recommendation, :override_flag,
        :override_direction, :override_kind, :override_reason, :approval_deadline, :decided_by, :review_time_seconds,
        :now::timestamptz, :now::timestamptz, :now::timestamptz)
