UPDATE users SET last_login_at = CAST(:now AS timestamptz), failed_logins = 0
WHERE tenant_id = CAST(:tenant_id AS uuid) AND id = CAST(:id AS uuid)
