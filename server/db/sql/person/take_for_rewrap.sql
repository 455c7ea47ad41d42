SELECT p.id, p.wrapped_key
FROM persons p
WHERE p.tenant_id = :tenant_id AND p.key_number <> :key_number::bigint
ORDER BY p.id
LIMIT :limit
FOR UPDATE
