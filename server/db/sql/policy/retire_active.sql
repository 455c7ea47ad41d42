UPDATE decision_thresholds SET state = 'retired', retired_at = :now::timestamptz, updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND state = 'active'
