-- Locked, so that nobody cancels what is being scored. What is no longer pending is not scored again.
SELECT a.id, a.applicant_data::text AS applicant_data, a.financial_data::text AS financial_data,
       a.credit_bureau_data::text AS credit_bureau_data, a.amount_minor, a.currency, a.term_months, a.purpose,
       a.purchase_price_minor, a.interest_rate, a.priority_customer, a.version
FROM applications a
WHERE a.tenant_id = :tenant_id AND a.id = ANY (:ids::uuid[]) AND a.status = 'pending'
ORDER BY a.id
FOR UPDATE
