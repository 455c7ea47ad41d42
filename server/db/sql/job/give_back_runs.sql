-- Claimed and not begun: that was no attempt.
UPDATE jobs
SET state = 'ready', attempts = attempts - 1, lease_owner = NULL, lease_until = NULL
WHERE id = ANY (:ids::uuid[]) AND state = 'running' AND lease_owner = :owner
