UPDATE documents
SET scan = :scan, scanned_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id
