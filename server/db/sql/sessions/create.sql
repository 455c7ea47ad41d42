INSERT INTO sessions (id, tenant_id, user_id, token_hash, family_key, created_at, rotated_at, expires_at)
VALUES (CAST(:id AS uuid), CAST(:tenant_id AS uuid), CAST(:user_id AS uuid), :token_hash, :family_key,
        CAST(:now AS timestamptz), CAST(:now AS timestamptz), CAST(:expires_at AS timestamptz))
