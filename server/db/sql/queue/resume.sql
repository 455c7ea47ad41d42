UPDATE analyst_queues
SET status = 'in_progress', sla_paused_at = NULL, sla_warn_at = :sla_warn_at::timestamptz, sla_deadline = :sla_deadline::timestamptz,
    version = version + 1, updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id
