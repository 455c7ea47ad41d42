UPDATE jobs
SET state = 'ready', run_at = :run_at::timestamptz, last_error = :last_error, lease_owner = NULL, lease_until = NULL
WHERE id = :id AND state = 'running' AND lease_owner = :owner
