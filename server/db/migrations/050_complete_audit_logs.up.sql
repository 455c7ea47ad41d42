-- From where, and in which transaction: the sealer finds what it has not chained yet by transaction_id, however late it was
-- committed. The number belongs to this database cluster; it is no evidence and is not part of what is chained.
ALTER TABLE audit_logs ADD COLUMN address text COLLATE "C";
ALTER TABLE audit_logs ADD COLUMN transaction_id bigint NOT NULL DEFAULT 0;
ALTER TABLE audit_logs ALTER COLUMN transaction_id SET DEFAULT pg_current_xact_id()::text::bigint;
CREATE INDEX audit_logs_by_transaction ON audit_logs (tenant_id, transaction_id);
-- The actions that are most of the log are found soon by time; this is for the others.
CREATE INDEX audit_logs_by_action ON audit_logs (tenant_id, action, occurred_at DESC, id DESC)
    WHERE action <> 'received' AND action <> 'scored' AND action <> 'viewed';
