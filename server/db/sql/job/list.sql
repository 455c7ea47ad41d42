-- Of one state, newest first. A null tenant: of all, and those that are nobody's.
SELECT j.id, j.queue, j.kind, j.state, j.attempts, j.max_attempts, j.last_error, j.run_at, j.created_at, j.finished_at
FROM jobs j
WHERE j.state = :state AND j.state IN ('running', 'dead')
  AND (:owner_tenant::uuid IS NULL OR j.tenant_id = :owner_tenant::uuid)
  AND (:queue::text IS NULL OR j.queue = :queue)
  AND (:after_id::uuid IS NULL OR (j.created_at, j.id) < (:after_key::timestamptz, :after_id::uuid))
ORDER BY j.created_at DESC, j.id DESC
LIMIT :limit OFFSET :offset
