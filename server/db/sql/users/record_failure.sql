UPDATE users SET failed_logins = :failed_logins, locked_until = :locked_until WHERE tenant_id = :tenant_id AND id = :id
