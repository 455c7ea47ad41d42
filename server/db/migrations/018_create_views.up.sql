-- security_invoker: row-level security asks who looks, not who made the view. A day is a day in UTC.
CREATE VIEW v_daily_decision_summary WITH (security_invoker = true) AS
SELECT tenant_id,
       (decided_at AT TIME ZONE 'UTC')::date AS day,
       decision_type,
       outcome,
       count(*) AS decisions,
       count(*) FILTER (WHERE override_flag) AS overrides,
       coalesce(sum(approved_amount_minor), 0)::bigint AS approved_amount_minor,
       avg(model_score)::float8 AS mean_score,
       avg(review_time_seconds)::float8 AS mean_review_seconds
  FROM decisions
 WHERE status = 'final'
 GROUP BY tenant_id, day, decision_type, outcome;

CREATE VIEW v_analyst_performance WITH (security_invoker = true) AS
SELECT d.tenant_id,
       d.decided_by AS analyst_id,
       u.name AS analyst_name,
       count(*) AS decisions,
       count(*) FILTER (WHERE d.outcome = 'approved') AS approvals,
       count(*) FILTER (WHERE d.outcome = 'declined') AS declines,
       count(*) FILTER (WHERE d.override_flag) AS overrides,
       (count(*) FILTER (WHERE d.outcome = 'approved'))::float8 / count(*) AS approval_rate,
       (count(*) FILTER (WHERE d.override_flag))::float8 / count(*) AS override_rate,
       avg(d.review_time_seconds)::float8 AS mean_review_seconds
  FROM decisions d
  JOIN users u ON u.tenant_id = d.tenant_id AND u.id = d.decided_by
 WHERE d.status = 'final'
 GROUP BY d.tenant_id, d.decided_by, u.name;

-- Approaching and breached are what the SLA sweep has marked: a view has no clock of its own.
CREATE VIEW v_queue_metrics WITH (security_invoker = true) AS
SELECT tenant_id,
       count(*) FILTER (WHERE status = 'pending') AS total_pending,
       count(*) FILTER (WHERE status = 'assigned') AS total_assigned,
       count(*) FILTER (WHERE status = 'in_progress') AS total_in_progress,
       count(*) FILTER (WHERE status = 'completed') AS total_completed,
       count(*) FILTER (WHERE escalated AND status NOT IN ('completed', 'cancelled')) AS total_escalated,
       count(*) FILTER (WHERE sla_warned_at IS NOT NULL AND sla_breached_at IS NULL
                          AND status NOT IN ('completed', 'cancelled')) AS approaching_sla,
       count(*) FILTER (WHERE sla_breached_at IS NOT NULL AND status NOT IN ('completed', 'cancelled')) AS breached_sla,
       (count(*) FILTER (WHERE status = 'completed' AND completed_at <= sla_deadline))::float8
           / nullif(count(*) FILTER (WHERE status = 'completed'), 0) AS sla_compliance_rate,
       (avg(extract(epoch FROM started_at - created_at)) FILTER (WHERE started_at IS NOT NULL))::float8 AS mean_wait_seconds
  FROM analyst_queues
 GROUP BY tenant_id;
