-- A case whose deadline the sweep saw pass has missed it, though the deadline may have been moved on afterwards.
SELECT count(*) AS total,
       count(*) FILTER (WHERE q.completed_at <= q.sla_deadline AND q.sla_breached_at IS NULL) AS within_sla,
       (avg(extract(epoch FROM q.started_at - q.created_at)) / 60)::float8 AS wait_minutes,
       (avg(extract(epoch FROM q.completed_at - q.started_at)) / 60)::float8 AS review_minutes
FROM analyst_queues q
WHERE q.tenant_id = :tenant_id AND q.status = 'completed'
  AND q.completed_at >= :from_date::timestamptz AND q.completed_at < :to_date::timestamptz
