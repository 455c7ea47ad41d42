DELETE FROM user_totp WHERE tenant_id = :tenant_id AND user_id = :user_id
