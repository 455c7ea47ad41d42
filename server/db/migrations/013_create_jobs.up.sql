-- A system table: no personal data, no row-level security; a handler sets the tenant of each job it works on.
CREATE TABLE jobs (
    id           uuid PRIMARY KEY,
    tenant_id    uuid REFERENCES tenants (id) ON DELETE RESTRICT,
    queue        text NOT NULL CHECK (queue IN ('default', 'scoring', 'notifications')),
    kind         text NOT NULL,
    payload      jsonb NOT NULL DEFAULT '{}',
    state        text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'dead')),
    run_at       timestamptz NOT NULL,
    attempts     integer NOT NULL DEFAULT 0,
    max_attempts integer NOT NULL CHECK (max_attempts > 0),
    unique_key   text,
    last_error   text,
    lease_owner  text,
    lease_until  timestamptz,
    created_at   timestamptz NOT NULL,
    finished_at  timestamptz
);
CREATE UNIQUE INDEX jobs_unique_key ON jobs (kind, unique_key) WHERE unique_key IS NOT NULL AND state = 'queued';
CREATE INDEX jobs_to_claim ON jobs (queue, run_at, id) WHERE state = 'queued';

-- Claimed rows are deleted when their work is done, so the table is small and changes all the time.
ALTER TABLE jobs SET (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 2000);
