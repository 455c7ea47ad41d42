UPDATE users
SET password_hash = :password_hash, must_change_password = true, failed_logins = 0, locked_until = NULL,
    authz_version = authz_version + 1, version = version + 1, updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id
