SELECT o.application_id, o.outcome, o.days_past_due, o.months_on_book, o.observed_at
FROM loan_outcomes o
WHERE o.tenant_id = :tenant_id AND o.application_id = ANY (:application_ids::uuid[])
ORDER BY o.application_id, o.observed_at
