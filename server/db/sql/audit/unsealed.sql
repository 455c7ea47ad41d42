SELECT l.id, l.entity_type, l.entity_id, l.action, l.actor_type, l.actor_id, l.address, l.request_id,
       l.old_value::text AS old_value, l.new_value::text AS new_value, l.diff::text AS diff, l.occurred_at, l.transaction_id
FROM audit_logs l
WHERE l.tenant_id = :tenant_id AND l.transaction_id >= :from::bigint AND l.transaction_id < :to::bigint
  AND NOT EXISTS (SELECT FROM audit_chain c WHERE c.tenant_id = :tenant_id AND c.entry_id = l.id)
ORDER BY l.transaction_id, l.id
LIMIT :limit
