UPDATE analyst_queues
SET status = :status, completed_at = CASE WHEN :status = 'completed' THEN :now::timestamptz END,
    version = version + 1, updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id
