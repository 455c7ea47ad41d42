DROP INDEX audit_logs_by_action;
DROP INDEX audit_logs_by_transaction;
ALTER TABLE audit_logs DROP COLUMN transaction_id;
ALTER TABLE audit_logs DROP COLUMN address;
