UPDATE analyst_queues
SET flagged = :flagged, priority = :priority, priority_reason = :priority_reason, version = version + 1, updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id
