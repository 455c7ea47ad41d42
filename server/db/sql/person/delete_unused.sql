DELETE FROM persons p
WHERE p.tenant_id = :tenant_id AND p.id = ANY (:ids::uuid[])
  AND NOT EXISTS (SELECT FROM applications a WHERE a.tenant_id = p.tenant_id AND a.person_id = p.id)
