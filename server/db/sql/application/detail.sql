SELECT a.id, a.external_id, a.status, a.source, a.priority_customer, a.person_id, p.wrapped_key, p.erased_at,
       a.sealed_name, a.sealed_person, a.sealed_metadata, a.applicant_data::text AS applicant_data,
       a.financial_data::text AS financial_data, a.credit_bureau_data::text AS credit_bureau_data, a.amount_minor,
       a.currency, a.term_months, a.purpose, a.purchase_price_minor, a.interest_rate, a.dti_ratio, a.loan_to_income,
       a.payment_to_income, a.estimated_payment_minor, a.created_at, a.expires_at, a.cancel_reason, a.version
FROM applications a
JOIN persons p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
WHERE a.tenant_id = :tenant_id AND a.id = :id AND (:created_by_key::uuid IS NULL OR a.created_by_key = :created_by_key::uuid)
