-- Who ran these has gone without a word.
UPDATE jobs
SET state = CASE WHEN attempts < max_attempts THEN 'ready' ELSE 'dead' END, run_at = :now::timestamptz, last_error = 'lease_expired',
    lease_owner = NULL, lease_until = NULL, finished_at = CASE WHEN attempts < max_attempts THEN NULL ELSE :now::timestamptz END
WHERE state = 'running' AND lease_until < :now::timestamptz
RETURNING queue, state
