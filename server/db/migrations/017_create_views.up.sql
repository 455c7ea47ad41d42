CREATE VIEW v_daily_decision_summary WITH (security_invoker = true) AS
SELECT d.tenant_id,
       (d.decided_at AT TIME ZONE t.time_zone)::date AS day,
       d.decision_type,
       count(*) AS decisions,
       count(*) FILTER (WHERE d.override_flag) AS overrides,
       avg(d.review_time_seconds)::double precision AS mean_review_seconds,
       avg(d.model_score)::double precision AS mean_score,
       sum(d.approved_amount_minor) AS approved_amount_minor
FROM decisions d JOIN tenants t ON t.id = d.tenant_id
WHERE d.status = 'final'
GROUP BY d.tenant_id, day, d.decision_type;

CREATE VIEW v_analyst_performance WITH (security_invoker = true) AS
SELECT d.tenant_id,
       d.decided_by AS analyst_id,
       u.name AS analyst_name,
       count(*) AS decisions,
       avg(d.review_time_seconds)::double precision AS mean_review_seconds,
       avg((d.outcome = 'approved')::integer)::double precision AS approval_rate,
       avg(d.override_flag::integer)::double precision AS override_rate,
       max(d.decided_at) AS last_decided_at
FROM decisions d JOIN users u ON u.tenant_id = d.tenant_id AND u.id = d.decided_by
GROUP BY d.tenant_id, d.decided_by, u.name;

CREATE VIEW v_queue_metrics WITH (security_invoker = true) AS
SELECT q.tenant_id,
       q.status,
       count(*) AS entries,
       count(*) FILTER (WHERE q.sla_breached_at IS NOT NULL) AS breached,
       min(q.created_at) AS oldest_created_at,
       min(q.sla_deadline) AS next_deadline,
       avg(q.priority)::double precision AS mean_priority
FROM analyst_queues q
GROUP BY q.tenant_id, q.status;
