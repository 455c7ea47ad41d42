SELECT d.application_id, d.kind, d.rule_pack, d.rule_version, d.started_at, d.due_on::text AS due_on, d.due_at, d.next_step_at, d.state, d.ended_at
FROM application_deadlines d
WHERE d.tenant_id = :tenant_id AND d.application_id = ANY (:application_ids::uuid[])
ORDER BY d.application_id, d.due_at, d.kind
