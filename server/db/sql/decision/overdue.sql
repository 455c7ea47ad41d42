-- Whoever marks a decision tells of it in the same transaction, so that it is told once; one that is being signed just now is
-- left to the next sweep. The version stays: a mark outdates nobody's work.
WITH due AS (
    SELECT d.tenant_id, d.id
    FROM decisions d
    WHERE d.tenant_id = :tenant_id AND d.status = 'pending_approval' AND d.overdue_told_at IS NULL
      AND d.approval_deadline <= :now::timestamptz
    ORDER BY d.approval_deadline
    LIMIT :limit
    FOR UPDATE SKIP LOCKED
)
UPDATE decisions d
SET overdue_told_at = :now::timestamptz
FROM due
WHERE d.tenant_id = due.tenant_id AND d.id = due.id
RETURNING d.id, d.application_id, d.decided_by
