UPDATE jobs SET lease_until = :until::timestamptz
WHERE id = ANY (:ids::uuid[]) AND state = 'running' AND lease_owner = :owner
