-- Which time each periodic task was begun for: whoever moves it on runs the task, so that no time runs twice, whoever leads.
CREATE TABLE periodic_tasks (
    kind      text COLLATE "C" PRIMARY KEY,
    last_time timestamptz NOT NULL
);

-- Queues that an operator has stopped. A queue without a row runs.
CREATE TABLE job_queues (
    queue     text COLLATE "C" PRIMARY KEY,
    paused_at timestamptz NOT NULL,
    CONSTRAINT job_queues_queue_known CHECK (queue IN ('default', 'scoring', 'notifications'))
);

-- A job that has died keeps nobody from trying again.
DROP INDEX jobs_unique_key;
CREATE UNIQUE INDEX jobs_unique_key ON jobs (kind, unique_key) WHERE unique_key IS NOT NULL AND state IN ('ready', 'running');

-- What an operator looks at: few, beside what waits.
DROP INDEX jobs_dead;
CREATE INDEX jobs_shown ON jobs (state, created_at DESC, id DESC) WHERE state IN ('running', 'dead');

GRANT SELECT, INSERT, UPDATE ON periodic_tasks TO countersign_daemon;
GRANT SELECT, INSERT, DELETE ON job_queues TO countersign_daemon;
