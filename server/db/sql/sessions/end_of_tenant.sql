UPDATE sessions SET ended_at = :now::timestamptz WHERE tenant_id = :tenant_id AND ended_at IS NULL
