INSERT INTO application_deadlines (tenant_id, application_id, kind, rule_pack, rule_version, started_at, due_on, due_at, next_step_at,
                                   state, ended_at)
SELECT :tenant_id::uuid, r.application_id, r.kind, r.rule_pack, r.rule_version, r.started_at, r.due_on, r.due_at, r.next_step_at,
       r.state, r.ended_at
FROM jsonb_to_recordset(:rows::jsonb)
         AS r (application_id uuid, kind text, rule_pack text, rule_version integer, started_at timestamptz, due_on date,
               due_at timestamptz, next_step_at timestamptz, state text, ended_at timestamptz)
ON CONFLICT (tenant_id, application_id, kind) DO UPDATE
SET rule_pack = EXCLUDED.rule_pack, rule_version = EXCLUDED.rule_version, started_at = EXCLUDED.started_at, due_on = EXCLUDED.due_on,
    due_at = EXCLUDED.due_at, next_step_at = EXCLUDED.next_step_at, state = EXCLUDED.state, ended_at = EXCLUDED.ended_at
