UPDATE document_requests r
SET sealed_message = ''
FROM applications a
WHERE r.tenant_id = :tenant_id AND a.tenant_id = r.tenant_id AND a.id = r.application_id AND a.person_id = :person_id
  AND r.sealed_message IS NOT NULL
