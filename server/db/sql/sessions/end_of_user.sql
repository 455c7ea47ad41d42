-- All sessions of a user, or all but :except, or only :only.
UPDATE sessions SET ended_at = CAST(:now AS timestamptz)
WHERE tenant_id = CAST(:tenant_id AS uuid) AND user_id = CAST(:user_id AS uuid) AND ended_at IS NULL
  AND (CAST(:except AS uuid) IS NULL OR id <> CAST(:except AS uuid)) AND (CAST(:only AS uuid) IS NULL OR id = CAST(:only AS uuid))
RETURNING id
