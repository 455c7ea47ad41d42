INSERT INTO job_queues (queue, paused_at) VALUES (:queue, :now::timestamptz) ON CONFLICT DO NOTHING
