SELECT u.id, u.email, u.name, u.role, u.grants::text AS grants, u.denials::text AS denials, u.is_active,
       u.must_change_password, u.locked_until, u.last_login_at, u.created_at, u.version
FROM users u
WHERE u.tenant_id = :tenant_id AND u.id = :id
