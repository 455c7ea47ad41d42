SELECT q.id, q.analyst_id, q.sla_paused_at, q.sla_warn_at, q.sla_deadline
FROM analyst_queues q
WHERE q.tenant_id = :tenant_id AND q.application_id = :application_id AND q.status = 'awaiting_documents'
FOR UPDATE OF q
