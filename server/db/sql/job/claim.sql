-- The oldest due jobs of a queue that is not paused. The attempt counts from here on: a job that ends its process has had it.
WITH due AS (
    SELECT j.id FROM jobs j
    WHERE j.queue = :queue AND j.state = 'ready' AND j.run_at <= :now::timestamptz
      AND NOT EXISTS (SELECT FROM job_queues p WHERE p.queue = :queue)
    ORDER BY j.run_at, j.id
    LIMIT :limit
    FOR UPDATE SKIP LOCKED
)
UPDATE jobs j
SET state = 'running', attempts = j.attempts + 1, lease_owner = :owner, lease_until = :until::timestamptz
FROM due
WHERE j.id = due.id
RETURNING j.id, j.tenant_id, j.kind, j.payload::text AS payload, j.attempts, j.max_attempts
