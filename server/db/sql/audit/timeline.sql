SELECT l.action, l.occurred_at, l.new_value::text AS new_value, u.name AS actor
FROM audit_logs l
LEFT JOIN users u ON u.tenant_id = l.tenant_id AND u.id = l.actor_id
WHERE l.tenant_id = :tenant_id AND l.entity_type = 'application' AND l.entity_id = :application_id
  AND l.action <> 'viewed'
ORDER BY l.occurred_at, l.id
LIMIT 500
