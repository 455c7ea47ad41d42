UPDATE analyst_queues
SET escalated = true, version = version + 1, updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id
