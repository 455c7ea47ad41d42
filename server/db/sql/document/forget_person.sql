-- The files go with the key that had sealed them: a key from an old backup must open nothing here.
UPDATE documents d
SET sealed_about = '', sealed_content = ''
FROM applications a
WHERE d.tenant_id = :tenant_id AND a.tenant_id = d.tenant_id AND a.id = d.application_id AND a.person_id = :person_id
