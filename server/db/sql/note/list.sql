SELECT n.id, n.sealed_text, n.author_id, u.name AS author_name, n.created_at, a.person_id, p.wrapped_key
FROM application_notes n
JOIN applications a ON a.tenant_id = n.tenant_id AND a.id = n.application_id
JOIN persons p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
JOIN users u ON u.tenant_id = n.tenant_id AND u.id = n.author_id
WHERE n.tenant_id = :tenant_id AND n.application_id = :application_id
ORDER BY n.created_at DESC, n.id DESC
LIMIT :limit
