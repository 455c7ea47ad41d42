SELECT p.id AS person_id, p.wrapped_key
FROM applications a
JOIN persons p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
WHERE a.tenant_id = :tenant_id AND a.id = :id
