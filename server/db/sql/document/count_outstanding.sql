SELECT count(*) AS outstanding
FROM document_items i
WHERE i.tenant_id = :tenant_id AND i.request_id = :request_id AND i.status = 'requested'
