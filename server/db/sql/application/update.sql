UPDATE applications a
SET priority_customer = r.priority_customer, sealed_name = decode(r.sealed_name, 'base64'),
    sealed_person = decode(r.sealed_person, 'base64'), sealed_metadata = decode(r.sealed_metadata, 'base64'),
    search_text = r.search_text, applicant_data = jsonb_strip_nulls(r.applicant_data),
    financial_data = jsonb_strip_nulls(r.financial_data), credit_bureau_data = jsonb_strip_nulls(r.credit_bureau_data),
    amount_minor = r.amount_minor, currency = r.currency, term_months = r.term_months, purpose = r.purpose,
    purchase_price_minor = r.purchase_price_minor, interest_rate = r.interest_rate, dti_ratio = r.dti_ratio,
    loan_to_income = r.loan_to_income, payment_to_income = r.payment_to_income,
    estimated_payment_minor = r.estimated_payment_minor, version = a.version + 1, updated_at = :now::timestamptz
FROM jsonb_to_record(:row::jsonb)
         AS r (id uuid, priority_customer boolean, person_id uuid, sealed_name text, sealed_person text, sealed_metadata text,
               search_text text, applicant_data jsonb, financial_data jsonb, credit_bureau_data jsonb, amount_minor bigint,
               currency text, term_months integer, purpose text, purchase_price_minor bigint, interest_rate float8,
               dti_ratio float8, loan_to_income float8, payment_to_income float8, estimated_payment_minor bigint)
WHERE a.tenant_id = :tenant_id AND a.id = r.id AND a.person_id = r.person_id
