SELECT j.id, j.tenant_id, (j.payload ->> 'application_id')::uuid AS application_id, j.attempts, j.max_attempts
FROM jobs j
WHERE j.id = :id AND j.state = 'ready' AND j.run_at <= :now::timestamptz
FOR UPDATE SKIP LOCKED
