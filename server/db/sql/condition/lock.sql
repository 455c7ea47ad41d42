SELECT c.id, c.status, c.due_date::text AS due_date, c.version, d.application_id, d.status AS decision_status
FROM decision_conditions c
JOIN decisions d ON d.tenant_id = c.tenant_id AND d.id = c.decision_id
WHERE c.tenant_id = :tenant_id AND c.id = :id AND c.decision_id = :decision_id
FOR UPDATE OF c
