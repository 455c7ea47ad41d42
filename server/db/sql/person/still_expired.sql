-- Of persons that are locked: between choosing and locking them an application may have come.
SELECT p.id
FROM persons p
WHERE p.tenant_id = :tenant_id AND p.id = ANY (:ids::uuid[])
  AND NOT EXISTS (SELECT FROM applications a
                  WHERE a.tenant_id = p.tenant_id AND a.person_id = p.id
                    AND (a.updated_at >= :before::timestamptz OR a.status NOT IN ('approved', 'declined', 'cancelled', 'expired')))
ORDER BY p.id
