UPDATE user_totp SET last_step = :step, confirmed_at = coalesce(confirmed_at, :now)
WHERE tenant_id = :tenant_id AND user_id = :user_id
