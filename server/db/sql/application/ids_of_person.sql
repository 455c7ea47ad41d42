SELECT a.id FROM applications a
WHERE a.tenant_id = :tenant_id AND a.person_id = :person_id
ORDER BY a.created_at, a.id
