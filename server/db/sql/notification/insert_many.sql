INSERT INTO notifications (tenant_id, id, user_id, kind, subject_type, subject_id, created_at, updated_at)
SELECT :tenant_id::uuid, r.id, r.user_id, r.kind, r.subject_type, r.subject_id, n.now, n.now
FROM jsonb_to_recordset(:rows::jsonb) AS r (id uuid, user_id uuid, kind text, subject_type text, subject_id uuid),
     (SELECT :now::timestamptz AS now) AS n
