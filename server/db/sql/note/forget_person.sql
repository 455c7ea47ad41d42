UPDATE application_notes n
SET sealed_text = ''
FROM applications a
WHERE n.tenant_id = :tenant_id AND a.tenant_id = n.tenant_id AND a.id = n.application_id AND a.person_id = :person_id
