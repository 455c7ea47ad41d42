SELECT a.id, a.external_id, a.status, a.source, a.applicant_name, a.priority_customer,
       a.applicant_data::text AS applicant_data, a.financial_data::text AS financial_data,
       a.credit_bureau_data::text AS credit_bureau_data, a.metadata::text AS metadata, a.amount_minor, a.currency,
       a.term_months, a.purpose, a.purchase_price_minor, a.interest_rate, a.dti_ratio, a.loan_to_income,
       a.payment_to_income, a.estimated_payment_minor, a.created_at, a.expires_at, a.cancel_reason, a.version
FROM applications a
WHERE a.tenant_id = :tenant_id AND a.id = :id AND (:created_by_key::uuid IS NULL OR a.created_by_key = :created_by_key::uuid)
