-- Whoever tells of a step stores it in the same transaction, so that it is told once. The application is locked first, as by
-- everything that changes a case; what somebody works on just now is left to the next sweep.
SELECT d.application_id, d.kind, d.rule_pack, d.rule_version, d.started_at, d.due_on::text AS due_on, d.due_at, d.next_step_at, d.state, d.ended_at
FROM application_deadlines d
JOIN applications a ON a.tenant_id = d.tenant_id AND a.id = d.application_id
WHERE d.tenant_id = :tenant_id AND d.next_step_at <= :now::timestamptz
ORDER BY d.next_step_at
LIMIT :limit
FOR NO KEY UPDATE OF a, d SKIP LOCKED
