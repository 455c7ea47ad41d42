SELECT c.sequence, c.entry_id, c.hash, l.id, l.entity_type, l.entity_id, l.action, l.actor_type, l.actor_id, l.address, l.request_id,
       l.old_value::text AS old_value, l.new_value::text AS new_value, l.diff::text AS diff, l.occurred_at
FROM audit_chain c
LEFT JOIN audit_logs l ON l.tenant_id = :tenant_id AND l.id = c.entry_id
WHERE c.tenant_id = :tenant_id AND c.sequence > :after::bigint
ORDER BY c.sequence
LIMIT :limit
