SELECT p.id, p.created_at, p.erased_at,
       (SELECT count(*) FROM applications a
        WHERE a.tenant_id = p.tenant_id AND a.person_id = p.id
          AND a.status NOT IN ('approved', 'declined', 'cancelled', 'expired')) AS open_applications
FROM persons p
WHERE p.tenant_id = :tenant_id AND p.id = :id
FOR UPDATE OF p
