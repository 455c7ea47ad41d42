UPDATE analyst_queues
SET help_requested_at = :now::timestamptz, version = version + 1, updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id
