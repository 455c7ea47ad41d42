SELECT a.id FROM applications a
WHERE a.tenant_id = :tenant_id
  AND a.person_id IN (
      SELECT p.id FROM persons p WHERE p.tenant_id = :tenant_id AND p.national_id_hash = :national_id_hash::bytea
      UNION ALL
      SELECT l.person_id FROM person_lookups l WHERE l.tenant_id = :tenant_id AND l.hash = :contact_hash::bytea)
LIMIT :limit
