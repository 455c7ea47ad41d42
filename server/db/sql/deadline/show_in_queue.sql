-- The version stays: a deadline outdates nobody's work.
UPDATE analyst_queues q
SET legal_deadline = first.due_at
FROM unnest(:application_ids::uuid[]) AS wanted (id)
LEFT JOIN LATERAL (SELECT min(d.due_at) AS due_at FROM application_deadlines d
                    WHERE d.tenant_id = :tenant_id AND d.application_id = wanted.id AND d.state = 'running') AS first ON true
WHERE q.tenant_id = :tenant_id AND q.application_id = wanted.id AND q.legal_deadline IS DISTINCT FROM first.due_at
