INSERT INTO decisions (tenant_id, id, application_id, decision_type, outcome, status, approved_amount_minor,
                       approved_term_months, approved_interest_rate, monthly_payment_minor, currency, reason_codes,
                       model_score, recommendation, decided_at, created_at, updated_at)
SELECT :tenant_id::uuid, r.id, r.application_id, r.decision_type, r.outcome, 'final', r.approved_amount_minor,
       r.approved_term_months, r.approved_interest_rate, r.monthly_payment_minor, r.currency,
       ARRAY(SELECT jsonb_array_elements_text(r.reason_codes)), r.model_score, r.recommendation, n.now, n.now, n.now
FROM jsonb_to_recordset(:rows::jsonb)
         AS r (id uuid, application_id uuid, decision_type text, outcome text, approved_amount_minor bigint,
               approved_term_months integer, approved_interest_rate float8, monthly_payment_minor bigint, currency text,
               reason_codes jsonb, model_score integer, recommendation text),
     (SELECT :now::timestamptz AS now) AS n
