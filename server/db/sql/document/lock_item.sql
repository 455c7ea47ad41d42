SELECT i.id, i.request_id, i.kind, i.status, i.version, r.closed_at IS NULL AS is_open
FROM document_items i
JOIN document_requests r ON r.tenant_id = i.tenant_id AND r.id = i.request_id
WHERE i.tenant_id = :tenant_id AND i.id = :id AND r.application_id = :application_id
FOR UPDATE OF i
