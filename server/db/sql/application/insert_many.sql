-- One row each; an external_id that is taken is left out of the answer.
INSERT INTO applications (tenant_id, id, external_id, status, source, priority_customer, person_id, sealed_name,
                          sealed_person, sealed_metadata, search_text, applicant_data, financial_data, credit_bureau_data,
                          amount_minor, currency, term_months, purpose, purchase_price_minor, interest_rate, dti_ratio,
                          loan_to_income, payment_to_income, estimated_payment_minor, expires_at, created_by,
                          created_by_key, created_at, updated_at)
SELECT :tenant_id::uuid, r.id,
       coalesce(r.external_id, 'APP-' || r.year || '-' || lpad(nextval('application_numbers')::text, 6, '0')),
       'pending', r.source, r.priority_customer, r.person_id, decode(r.sealed_name, 'base64'),
       decode(r.sealed_person, 'base64'), decode(r.sealed_metadata, 'base64'), r.search_text,
       jsonb_strip_nulls(r.applicant_data), jsonb_strip_nulls(r.financial_data), jsonb_strip_nulls(r.credit_bureau_data),
       r.amount_minor, r.currency, r.term_months, r.purpose, r.purchase_price_minor, r.interest_rate, r.dti_ratio,
       r.loan_to_income, r.payment_to_income, r.estimated_payment_minor, n.expires_at, n.created_by, n.created_by_key, n.now,
       n.now
FROM jsonb_to_recordset(:rows::jsonb)
         AS r (id uuid, external_id text, year text, source text, priority_customer boolean, person_id uuid,
               sealed_name text, sealed_person text, sealed_metadata text, search_text text, applicant_data jsonb,
               financial_data jsonb, credit_bureau_data jsonb, amount_minor bigint, currency text, term_months integer,
               purpose text, purchase_price_minor bigint, interest_rate float8, dti_ratio float8,
               loan_to_income float8, payment_to_income float8, estimated_payment_minor bigint),
     (SELECT :now::timestamptz AS now, :expires_at::timestamptz AS expires_at, :created_by::uuid AS created_by,
             :created_by_key::uuid AS created_by_key) AS n
ON CONFLICT (tenant_id, external_id) DO NOTHING
RETURNING id, external_id
