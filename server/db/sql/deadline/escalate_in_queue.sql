-- Answers who has the open entry. The version stays: a mark outdates nobody's work.
UPDATE analyst_queues q
SET escalated = true, updated_at = :now::timestamptz
WHERE q.tenant_id = :tenant_id AND q.application_id = ANY (:application_ids::uuid[]) AND q.status NOT IN ('completed', 'cancelled')
RETURNING q.application_id, q.analyst_id
