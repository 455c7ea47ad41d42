INSERT INTO periodic_tasks AS t (kind, last_time)
VALUES (:kind, :time::timestamptz)
ON CONFLICT (kind) DO UPDATE SET last_time = EXCLUDED.last_time WHERE t.last_time < EXCLUDED.last_time
RETURNING t.kind
