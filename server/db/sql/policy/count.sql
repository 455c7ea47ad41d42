SELECT count(*) AS total FROM decision_thresholds p
WHERE p.tenant_id = :tenant_id AND (:state::text IS NULL OR p.state = :state)
