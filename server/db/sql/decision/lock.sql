SELECT d.id, d.application_id, d.status, d.outcome, d.decided_by, d.version
FROM decisions d
WHERE d.tenant_id = :tenant_id AND d.id = :id
FOR UPDATE
