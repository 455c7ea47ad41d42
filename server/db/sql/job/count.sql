SELECT count(*) AS total FROM (
    SELECT 1 FROM jobs j
    WHERE j.state = :state AND j.state IN ('running', 'dead')
      AND (:owner_tenant::uuid IS NULL OR j.tenant_id = :owner_tenant::uuid)
      AND (:queue::text IS NULL OR j.queue = :queue)
    LIMIT :cap
) AS capped
