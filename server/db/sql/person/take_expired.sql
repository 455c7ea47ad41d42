-- Whose applications have all ended before the time; whoever is being worked on waits for the next run.
SELECT p.id
FROM persons p
WHERE p.tenant_id = :tenant_id AND p.erased_at IS NULL AND p.created_at < :before::timestamptz
  AND NOT EXISTS (SELECT FROM applications a
                  WHERE a.tenant_id = p.tenant_id AND a.person_id = p.id
                    AND (a.updated_at >= :before::timestamptz OR a.status NOT IN ('approved', 'declined', 'cancelled', 'expired')))
ORDER BY p.id
LIMIT :limit
FOR UPDATE SKIP LOCKED
