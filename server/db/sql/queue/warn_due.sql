-- Whoever marks an entry tells of it in the same transaction, so that it is told once; what somebody works on just now is
-- left to the next sweep. The version stays: a mark outdates nobody's work.
WITH due AS (
    SELECT q.tenant_id, q.id
    FROM analyst_queues q
    WHERE q.tenant_id = :tenant_id AND q.status NOT IN ('completed', 'cancelled', 'awaiting_documents')
      AND q.sla_warned_at IS NULL AND q.sla_breached_at IS NULL
      AND q.sla_warn_at < :now::timestamptz AND q.sla_deadline > :now::timestamptz
    ORDER BY q.sla_warn_at
    LIMIT :limit
    FOR UPDATE SKIP LOCKED
)
UPDATE analyst_queues q
SET sla_warned_at = :now::timestamptz, updated_at = :now::timestamptz
FROM due
WHERE q.tenant_id = due.tenant_id AND q.id = due.id
RETURNING q.id, q.application_id, q.analyst_id
