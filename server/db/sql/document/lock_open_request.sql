SELECT r.id, r.due_at
FROM document_requests r
WHERE r.tenant_id = :tenant_id AND r.application_id = :application_id AND r.closed_at IS NULL
FOR UPDATE OF r
