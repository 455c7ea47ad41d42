UPDATE document_items i
SET sealed_description = ''
FROM document_requests r
JOIN applications a ON a.tenant_id = r.tenant_id AND a.id = r.application_id
WHERE i.tenant_id = :tenant_id AND r.tenant_id = i.tenant_id AND r.id = i.request_id AND a.person_id = :person_id
