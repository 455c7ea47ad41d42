-- What somebody works on just now is left to the next time.
SELECT q.id, q.flagged, q.releases, q.sla_deadline, a.amount_minor, a.currency
FROM analyst_queues q
JOIN applications a ON a.tenant_id = q.tenant_id AND a.id = q.application_id
WHERE q.tenant_id = :tenant_id AND q.status NOT IN ('completed', 'cancelled', 'awaiting_documents')
  AND q.priority_due_at < 'infinity' AND q.priority_due_at <= :now::timestamptz
ORDER BY q.priority_due_at
LIMIT :limit
FOR UPDATE OF q SKIP LOCKED
