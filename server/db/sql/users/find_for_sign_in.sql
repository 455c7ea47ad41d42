SELECT tenant_id, user_id, password_hash
FROM find_user_for_sign_in(CAST(:email AS text), CAST(:tenant_slug AS text))
