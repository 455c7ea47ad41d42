SELECT a.id, a.external_id, a.status, a.version, a.amount_minor, a.currency, a.term_months, a.score,
       a.priority_customer, a.updated_at
FROM applications a
WHERE a.tenant_id = :tenant_id AND a.id = :id
