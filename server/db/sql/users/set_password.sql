UPDATE users SET password_hash = :password_hash, must_change_password = :must_change, failed_logins = 0, locked_until = NULL,
       updated_at = :now, version = version + 1
WHERE tenant_id = :tenant_id AND id = :id
