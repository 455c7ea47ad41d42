UPDATE users SET last_login_at = CAST(:now AS timestamptz), failed_logins = 0, locked_until = NULL,
       password_hash = coalesce(:upgraded_hash, password_hash)
WHERE tenant_id = CAST(:tenant_id AS uuid) AND id = CAST(:id AS uuid)
