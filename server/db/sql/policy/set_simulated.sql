UPDATE decision_thresholds SET state = 'simulated', simulation = :simulation::jsonb, updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id AND state IN ('draft', 'simulated')
