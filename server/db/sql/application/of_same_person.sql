SELECT o.id, o.external_id, o.status, o.amount_minor, o.currency, o.created_at
FROM applications a
JOIN applications o ON o.tenant_id = a.tenant_id AND o.person_id = a.person_id AND o.id <> a.id
WHERE a.tenant_id = :tenant_id AND a.id = :id
ORDER BY o.created_at DESC, o.id DESC
LIMIT :limit
