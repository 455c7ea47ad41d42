SELECT d.id, d.item_id, d.kind, d.media_type, d.size_bytes, d.sealed_about, d.scan, d.uploaded_by, u.name AS uploaded_by_name,
       d.uploaded_at, a.person_id, p.wrapped_key
FROM documents d
JOIN applications a ON a.tenant_id = d.tenant_id AND a.id = d.application_id
JOIN persons p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
JOIN users u ON u.tenant_id = d.tenant_id AND u.id = d.uploaded_by
WHERE d.tenant_id = :tenant_id AND d.application_id = :application_id
ORDER BY d.uploaded_at DESC, d.id DESC
