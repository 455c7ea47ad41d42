SELECT j.id, j.queue, j.kind, j.state, j.attempts, j.max_attempts, j.last_error, j.run_at, j.created_at, j.finished_at
FROM jobs j
WHERE j.id = :id AND j.state IN ('ready', 'running', 'dead')
  AND (:owner_tenant::uuid IS NULL OR j.tenant_id = :owner_tenant::uuid)
