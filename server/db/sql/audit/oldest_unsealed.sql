SELECT l.id FROM audit_logs l
WHERE l.tenant_id = :tenant_id AND l.occurred_at < :before::timestamptz
  AND NOT EXISTS (SELECT FROM audit_chain c WHERE c.tenant_id = :tenant_id AND c.entry_id = l.id)
ORDER BY l.occurred_at, l.id
LIMIT 1
