-- At most cap: past the cap a total is only "at least".
SELECT count(*) AS total FROM (
SELECT 1 FROM decisions d
WHERE d.tenant_id = :tenant_id AND d.status = 'pending_approval'
  AND (:override_direction::text IS NULL OR d.override_direction = :override_direction)
  AND (:override_kind::text IS NULL OR d.override_kind = :override_kind)
  AND (:analyst_id::uuid IS NULL OR d.decided_by = :analyst_id)
  AND (:due_after::timestamptz IS NULL OR d.approval_deadline > :due_after::timestamptz)
  AND (:due_by::timestamptz IS NULL OR d.approval_deadline <= :due_by::timestamptz)
LIMIT :cap
) AS capped
