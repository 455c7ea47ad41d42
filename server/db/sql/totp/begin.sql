INSERT INTO user_totp (tenant_id, user_id, sealed_secret, created_at)
VALUES (:tenant_id, :user_id, :sealed_secret, :now)
ON CONFLICT (tenant_id, user_id) DO UPDATE SET sealed_secret = EXCLUDED.sealed_secret, created_at = EXCLUDED.created_at, last_step = 0
WHERE user_totp.confirmed_at IS NULL
