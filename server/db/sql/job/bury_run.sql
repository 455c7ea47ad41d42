UPDATE jobs
SET state = 'dead', last_error = :last_error, lease_owner = NULL, lease_until = NULL, finished_at = :now::timestamptz
WHERE id = :id AND state = 'running' AND lease_owner = :owner
