-- What the destroyed key had sealed goes as well: a key from an old backup must open nothing here.
UPDATE applications
SET search_text = NULL, sealed_name = '', sealed_person = '', sealed_metadata = NULL
WHERE tenant_id = :tenant_id AND person_id = :person_id
