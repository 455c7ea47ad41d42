INSERT INTO decision_conditions (tenant_id, id, decision_id, position, type, due_date, created_at, updated_at)
SELECT :tenant_id::uuid, r.id, n.decision_id, r.position, r.type, r.due_date, n.now, n.now
FROM jsonb_to_recordset(:rows::jsonb) AS r (id uuid, position integer, type text, due_date date),
     (SELECT :decision_id::uuid AS decision_id, :now::timestamptz AS now) AS n
