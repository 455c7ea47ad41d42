SELECT u.email, u.name, u.role, u.grants, u.denials, u.authz_version, u.must_change_password,
       u.is_active AND t.is_active AS is_active, t.name AS tenant_name, t.currency,
       EXISTS (SELECT FROM user_totp f WHERE f.tenant_id = u.tenant_id AND f.user_id = u.id AND f.confirmed_at IS NOT NULL)
           AS totp_enabled
FROM users u JOIN tenants t ON t.id = u.tenant_id
WHERE u.tenant_id = CAST(:tenant_id AS uuid) AND u.id = CAST(:id AS uuid)
