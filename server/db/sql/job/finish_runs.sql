DELETE FROM jobs WHERE id = ANY (:ids::uuid[]) AND state = 'running' AND lease_owner = :owner
