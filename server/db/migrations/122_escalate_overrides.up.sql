-- When the administrators were told that nobody had signed in time.
ALTER TABLE decisions ADD COLUMN overdue_told_at timestamptz;
CREATE INDEX decisions_overdue ON decisions (tenant_id, approval_deadline) WHERE status = 'pending_approval' AND overdue_told_at IS NULL;
GRANT UPDATE (overdue_told_at) ON decisions TO countersign_daemon;
