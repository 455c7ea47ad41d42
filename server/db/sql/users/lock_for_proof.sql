SELECT password_hash, failed_logins, locked_until FROM users WHERE tenant_id = :tenant_id AND id = :id FOR UPDATE
