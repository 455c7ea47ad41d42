UPDATE document_items
SET status = :status, changed_by = :user_id, changed_at = :now::timestamptz, version = version + 1
WHERE tenant_id = :tenant_id AND id = :id
