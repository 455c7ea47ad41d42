-- When a case is warned of follows the tenant's working hours, so it is stored beside the deadline. Entries from before
-- have the hours of the wall clock. The rewrite reaches the rows of every tenant, which an UPDATE of the owner would not.
ALTER TABLE analyst_queues ADD COLUMN sla_warn_at timestamptz;
ALTER TABLE analyst_queues ALTER COLUMN sla_warn_at TYPE timestamptz USING sla_deadline - interval '2 hours';
ALTER TABLE analyst_queues ALTER COLUMN sla_warn_at SET NOT NULL;
ALTER TABLE analyst_queues ADD CONSTRAINT analyst_queues_warned_before_deadline CHECK (sla_warn_at <= sla_deadline);

-- What the sweep has still to look at, and what the metrics count.
CREATE INDEX analyst_queues_to_warn ON analyst_queues (tenant_id, sla_warn_at)
    WHERE sla_warned_at IS NULL AND sla_breached_at IS NULL AND status NOT IN ('completed', 'cancelled', 'awaiting_documents');
CREATE INDEX analyst_queues_to_breach ON analyst_queues (tenant_id, sla_deadline)
    WHERE sla_breached_at IS NULL AND status NOT IN ('completed', 'cancelled', 'awaiting_documents');
CREATE INDEX analyst_queues_completed ON analyst_queues (tenant_id, completed_at) WHERE status = 'completed';
