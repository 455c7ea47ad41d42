SELECT password_hash FROM users WHERE tenant_id = :tenant_id AND id = :id
