SELECT sequence, hash FROM audit_chain
WHERE tenant_id = :tenant_id AND sequence > :after::bigint
ORDER BY sequence
LIMIT :limit
