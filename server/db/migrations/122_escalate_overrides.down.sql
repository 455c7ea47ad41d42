DROP INDEX decisions_overdue;
ALTER TABLE decisions DROP COLUMN overdue_told_at;
