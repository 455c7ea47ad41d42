-- Whoever marks an application tells of it in the same transaction, so that it is told once.
WITH due AS (
    SELECT a.tenant_id, a.id
    FROM applications a
    WHERE a.tenant_id = :tenant_id AND a.status IN ('review', 'awaiting_documents') AND a.expires_at <= :until::timestamptz
      AND a.expiry_told_at IS NULL
    ORDER BY a.expires_at
    LIMIT :limit
    FOR UPDATE SKIP LOCKED
)
UPDATE applications a
SET expiry_told_at = :now::timestamptz, updated_at = :now::timestamptz
FROM due
WHERE a.tenant_id = due.tenant_id AND a.id = due.id
RETURNING a.id, a.expires_at,
          (SELECT q.analyst_id FROM analyst_queues q
            WHERE q.tenant_id = :tenant_id AND q.application_id = a.id AND q.status NOT IN ('completed', 'cancelled')) AS analyst_id
