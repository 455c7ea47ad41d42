DROP INDEX analyst_queues_completed;
DROP INDEX analyst_queues_to_breach;
DROP INDEX analyst_queues_to_warn;
ALTER TABLE analyst_queues DROP COLUMN sla_warn_at;
