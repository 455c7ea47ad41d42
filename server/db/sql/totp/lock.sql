SELECT sealed_secret, confirmed_at IS NOT NULL AS is_confirmed, last_step
FROM user_totp WHERE tenant_id = :tenant_id AND user_id = :user_id FOR UPDATE
