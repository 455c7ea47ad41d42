SELECT l.id, l.occurred_at, l.actor_type, l.actor_id, coalesce(u.name, k.name) AS actor_name, l.address, l.request_id, l.entity_type, l.entity_id,
       l.action, l.old_value::text AS old_value, l.new_value::text AS new_value, l.diff::text AS diff, c.sequence
FROM audit_logs l
LEFT JOIN users u ON u.tenant_id = :tenant_id AND u.id = l.actor_id
LEFT JOIN api_keys k ON k.tenant_id = :tenant_id AND k.id = l.actor_id
LEFT JOIN audit_chain c ON c.tenant_id = :tenant_id AND c.entry_id = l.id
WHERE l.tenant_id = :tenant_id
  AND (:entity_type::text IS NULL OR l.entity_type = :entity_type)
  AND (:entity_id::uuid IS NULL OR l.entity_id = :entity_id)
  AND (:actor_id::uuid IS NULL OR l.actor_id = :actor_id)
  AND (:action::text IS NULL OR l.action = :action)
  AND (:from_date::timestamptz IS NULL OR l.occurred_at >= :from_date::timestamptz)
  AND (:to_date::timestamptz IS NULL OR l.occurred_at < :to_date::timestamptz)
  AND (:after_id::uuid IS NULL OR (l.occurred_at, l.id) < (:after_key::timestamptz, :after_id::uuid))
ORDER BY l.occurred_at DESC, l.id DESC
LIMIT :limit OFFSET :offset
