-- Work to be done later. A system table: no row-level security, no personal data in payload or last_error.
CREATE TABLE jobs (
    id           uuid PRIMARY KEY,
    tenant_id    uuid,
    queue        text COLLATE "C" NOT NULL,
    kind         text COLLATE "C" NOT NULL,
    payload      jsonb NOT NULL DEFAULT '{}',
    state        text COLLATE "C" NOT NULL DEFAULT 'ready',
    run_at       timestamptz NOT NULL,
    attempts     integer NOT NULL DEFAULT 0,
    max_attempts integer NOT NULL DEFAULT 4,
    unique_key   text COLLATE "C",
    last_error   text,
    lease_owner  text COLLATE "C",
    lease_until  timestamptz,
    created_at   timestamptz NOT NULL,
    finished_at  timestamptz,
    CONSTRAINT jobs_queue_known CHECK (queue IN ('default', 'scoring', 'notifications')),
    CONSTRAINT jobs_kind_present CHECK (kind <> ''),
    CONSTRAINT jobs_state_known CHECK (state IN ('ready', 'running', 'done', 'dead', 'cancelled')),
    CONSTRAINT jobs_attempts_range CHECK (attempts >= 0 AND max_attempts > 0),
    CONSTRAINT jobs_leased_when_running CHECK ((state = 'running') = (lease_owner IS NOT NULL AND lease_until IS NOT NULL)),
    CONSTRAINT jobs_finished_has_time CHECK (state NOT IN ('done', 'dead', 'cancelled') OR finished_at IS NOT NULL)
);
-- Claiming, rescuing and counting touch only these; what is done leaves all three.
CREATE INDEX jobs_claim ON jobs (queue, run_at, id) WHERE state = 'ready';
CREATE INDEX jobs_lease ON jobs (lease_until) WHERE state = 'running';
CREATE INDEX jobs_dead ON jobs (finished_at, id) WHERE state = 'dead';
CREATE UNIQUE INDEX jobs_unique_key ON jobs (kind, unique_key) WHERE unique_key IS NOT NULL;
CREATE INDEX jobs_finished ON jobs (finished_at) WHERE state IN ('done', 'cancelled');

-- Who leads a periodic task.
CREATE TABLE leader_leases (
    name        text COLLATE "C" PRIMARY KEY,
    owner       text COLLATE "C" NOT NULL,
    lease_until timestamptz NOT NULL,
    CONSTRAINT leader_leases_name_present CHECK (name <> '')
);
