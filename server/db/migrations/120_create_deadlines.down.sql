ALTER TABLE analyst_queues DROP COLUMN legal_deadline;
DROP TABLE application_deadlines;
