INSERT INTO jobs (id, tenant_id, queue, kind, payload, run_at, unique_key, max_attempts, created_at)
SELECT r.id, :tenant_id::uuid, r.queue, r.kind, r.payload, n.now, r.unique_key, r.max_attempts, n.now
FROM jsonb_to_recordset(:rows::jsonb) AS r (id uuid, queue text, kind text, payload jsonb, unique_key text, max_attempts integer),
     (SELECT :now::timestamptz AS now) AS n
ON CONFLICT (kind, unique_key) WHERE unique_key IS NOT NULL AND state IN ('ready', 'running') DO NOTHING
