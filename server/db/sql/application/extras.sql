-- What else there is about an application, so that a detail asks for nothing that most do not have.
SELECT EXISTS (SELECT FROM document_requests r WHERE r.tenant_id = a.tenant_id AND r.application_id = a.id) AS has_requests,
       EXISTS (SELECT FROM documents d WHERE d.tenant_id = a.tenant_id AND d.application_id = a.id) AS has_documents,
       EXISTS (SELECT FROM application_notes n WHERE n.tenant_id = a.tenant_id AND n.application_id = a.id) AS has_notes,
       EXISTS (SELECT FROM applications o WHERE o.tenant_id = a.tenant_id AND o.person_id = a.person_id AND o.id <> a.id) AS has_others
FROM applications a
WHERE a.tenant_id = :tenant_id AND a.id = :id
