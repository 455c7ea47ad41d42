UPDATE analyst_queues
SET status = 'awaiting_documents', sla_paused_at = :now::timestamptz, version = version + 1, updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id
