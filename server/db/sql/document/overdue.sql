SELECT r.application_id
FROM document_requests r
WHERE r.tenant_id = :tenant_id AND r.closed_at IS NULL AND r.due_at <= :now::timestamptz
ORDER BY r.due_at
LIMIT :limit
