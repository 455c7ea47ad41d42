SELECT extract(year FROM p.created_at AT TIME ZONE 'UTC')::integer AS year, count(*) AS persons
FROM persons p
WHERE p.tenant_id = :tenant_id AND p.erased_at IS NULL AND p.created_at < :before::timestamptz
  AND NOT EXISTS (SELECT FROM applications a
                  WHERE a.tenant_id = p.tenant_id AND a.person_id = p.id
                    AND (a.updated_at >= :before::timestamptz OR a.status NOT IN ('approved', 'declined', 'cancelled', 'expired')))
GROUP BY year
ORDER BY year
