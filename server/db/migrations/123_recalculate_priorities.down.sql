DROP INDEX analyst_queues_to_prioritise;
ALTER TABLE analyst_queues DROP COLUMN priority_due_at;
