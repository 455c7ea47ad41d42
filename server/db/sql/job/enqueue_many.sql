INSERT INTO jobs (id, tenant_id, queue, kind, payload, run_at, max_attempts, created_at)
SELECT r.id, :tenant_id::uuid, r.queue, r.kind, r.payload, n.now, r.max_attempts, n.now
FROM jsonb_to_recordset(:rows::jsonb) AS r (id uuid, queue text, kind text, payload jsonb, max_attempts integer),
     (SELECT :now::timestamptz AS now) AS n
