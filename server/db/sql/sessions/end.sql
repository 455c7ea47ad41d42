UPDATE sessions SET ended_at = CAST(:now AS timestamptz)
WHERE id = CAST(:id AS uuid) AND ended_at IS NULL
