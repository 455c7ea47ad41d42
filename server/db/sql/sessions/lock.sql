SELECT tenant_id, user_id, token_hash, previous_hash, family_key, rotated_at, expires_at
FROM sessions
WHERE id = CAST(:id AS uuid) AND ended_at IS NULL
FOR UPDATE
