-- The oldest due jobs of one kind and of one tenant, unless their queue is paused, locked until the transaction ends.
WITH oldest AS (
    SELECT j.tenant_id FROM jobs j
    WHERE j.queue = :queue AND j.kind = :kind AND j.state = 'ready' AND j.run_at <= :now::timestamptz
      AND NOT EXISTS (SELECT FROM job_queues p WHERE p.queue = :queue)
    ORDER BY j.run_at, j.id LIMIT 1 FOR UPDATE SKIP LOCKED
)
SELECT j.id, j.tenant_id, (j.payload ->> 'application_id')::uuid AS application_id, j.attempts, j.max_attempts
FROM jobs j
WHERE j.queue = :queue AND j.kind = :kind AND j.state = 'ready' AND j.run_at <= :now::timestamptz
  AND j.tenant_id = (SELECT tenant_id FROM oldest)
ORDER BY j.run_at, j.id
LIMIT :limit
FOR UPDATE SKIP LOCKED
