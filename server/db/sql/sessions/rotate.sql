UPDATE sessions
SET previous_hash = token_hash, token_hash = :token_hash, rotated_at = CAST(:now AS timestamptz)
WHERE id = CAST(:id AS uuid)
