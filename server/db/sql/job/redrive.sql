UPDATE jobs
SET state = 'ready', attempts = 0, run_at = :now::timestamptz, finished_at = NULL
WHERE id = :id AND state = 'dead' AND (:owner_tenant::uuid IS NULL OR tenant_id = :owner_tenant::uuid)
RETURNING queue
