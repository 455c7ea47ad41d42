-- The version stays: a nearer deadline outdates nobody's work.
UPDATE analyst_queues q
SET priority = r.priority, priority_reason = r.priority_reason, priority_due_at = coalesce(r.due_at, 'infinity'), updated_at = :now::timestamptz
FROM jsonb_to_recordset(:rows::jsonb) AS r (id uuid, priority integer, priority_reason text, due_at timestamptz)
WHERE q.tenant_id = :tenant_id AND q.id = r.id
