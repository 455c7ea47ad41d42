-- When the priority of an entry has to be calculated anew because its deadline has come nearer. Those that were never looked at
-- are due at once.
ALTER TABLE analyst_queues ADD COLUMN priority_due_at timestamptz NOT NULL DEFAULT '-infinity';
CREATE INDEX analyst_queues_to_prioritise ON analyst_queues (tenant_id, priority_due_at)
    WHERE status NOT IN ('completed', 'cancelled', 'awaiting_documents') AND priority_due_at < 'infinity';
