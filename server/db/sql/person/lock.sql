SELECT p.id, p.created_at, p.erased_at
FROM persons p
WHERE p.tenant_id = :tenant_id AND p.id = :id
FOR UPDATE
