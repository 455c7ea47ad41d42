SELECT avg(d.review_time_seconds)::float8 / 60 AS minutes, count(*) AS decisions
FROM decisions d
WHERE d.tenant_id = :tenant_id AND d.decided_by IS NOT NULL AND d.review_time_seconds IS NOT NULL
  AND d.decided_at >= :from::timestamptz AND d.decided_at < :to::timestamptz
