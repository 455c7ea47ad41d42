SELECT l.action, l.occurred_at, coalesce(u.name, k.name) AS actor
FROM audit_logs l
LEFT JOIN users u ON u.tenant_id = :tenant_id AND u.id = l.actor_id
LEFT JOIN api_keys k ON k.tenant_id = :tenant_id AND k.id = l.actor_id
WHERE l.tenant_id = :tenant_id AND l.entity_type = 'application' AND l.entity_id = :application_id AND l.action <> 'viewed'
ORDER BY l.occurred_at DESC, l.id DESC
LIMIT 1
