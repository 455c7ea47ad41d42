UPDATE users SET failed_logins = 0, locked_until = NULL, version = version + 1, updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id
