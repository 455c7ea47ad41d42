-- The answer with the current token was lost: its predecessor stays the one that may come again.
UPDATE sessions SET token_hash = :token_hash WHERE id = CAST(:id AS uuid)
