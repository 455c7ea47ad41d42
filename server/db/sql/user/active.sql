SELECT u.id, u.role, u.grants::text AS grants, u.denials::text AS denials, u.is_active
FROM users u
WHERE u.tenant_id = :tenant_id AND u.is_active
ORDER BY u.id
