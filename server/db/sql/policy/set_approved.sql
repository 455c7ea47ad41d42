UPDATE decision_thresholds
SET state = 'approved', approved_by = :approved_by, approved_at = :now::timestamptz, updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id AND state = 'simulated'
