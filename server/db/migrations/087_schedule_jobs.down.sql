DROP INDEX jobs_shown;
CREATE INDEX jobs_dead ON jobs (finished_at, id) WHERE state = 'dead';
DROP INDEX jobs_unique_key;
CREATE UNIQUE INDEX jobs_unique_key ON jobs (kind, unique_key) WHERE unique_key IS NOT NULL;
DROP TABLE job_queues;
DROP TABLE periodic_tasks;
