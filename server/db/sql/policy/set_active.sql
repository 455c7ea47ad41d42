UPDATE decision_thresholds SET state = 'active', activated_at = :now::timestamptz, updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id AND state = 'approved'
