-- Applications with the newest that is known of their loans. Locked in the order of their ids, so that two batches wait for each
-- other in one direction only.
SELECT a.id, a.external_id, a.status,
       (SELECT max(coalesce(d.override_approved_at, d.decided_at)) FROM decisions d
         WHERE d.tenant_id = :tenant_id AND d.application_id = a.id AND d.status = 'final') AS decided_at
FROM applications a
WHERE a.tenant_id = :tenant_id
  AND (a.id = ANY (:ids::uuid[]) OR a.external_id = ANY (:external_ids::text[]))
  AND (:created_by_key::uuid IS NULL OR a.created_by_key = :created_by_key::uuid)
ORDER BY a.id
FOR NO KEY UPDATE OF a
