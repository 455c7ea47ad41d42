-- Receivers of events and the log of what was sent to them. Secrets are not here: they are derived of a key outside the
-- database, of the webhook and of `secret_generation`. Bodies hold ids and outcomes, no personal data.
CREATE TABLE webhooks (
    tenant_id         uuid NOT NULL,
    id                uuid NOT NULL,
    url               text NOT NULL,
    events            text[] NOT NULL,
    enabled           boolean NOT NULL DEFAULT true,
    disabled_reason   text COLLATE "C",
    secret_generation integer NOT NULL DEFAULT 1,
    old_secret_until  timestamptz,
    failures          integer NOT NULL DEFAULT 0,
    failing_since     timestamptz,
    created_by        uuid NOT NULL,
    created_at        timestamptz NOT NULL,
    version           integer NOT NULL DEFAULT 1,
    CONSTRAINT webhooks_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT webhooks_created_by_fkey FOREIGN KEY (tenant_id, created_by)
        REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT webhooks_url_length CHECK (length(url) BETWEEN 1 AND 500),
    CONSTRAINT webhooks_events_known CHECK (cardinality(events) > 0 AND events <@ ARRAY['scoring_completed',
        'application_status_changed', 'decision_created', 'override_decided', 'sla_breached']),
    CONSTRAINT webhooks_disabled_has_reason CHECK (enabled = (disabled_reason IS NULL)),
    CONSTRAINT webhooks_failing_whole CHECK ((failures = 0) = (failing_since IS NULL))
);

-- The id of a delivery is what its receiver knows the message by.
CREATE TABLE webhook_deliveries (
    tenant_id       uuid NOT NULL,
    id              uuid NOT NULL,
    webhook_id      uuid NOT NULL,
    event           text COLLATE "C" NOT NULL,
    body            text NOT NULL,
    state           text COLLATE "C" NOT NULL DEFAULT 'waiting',
    attempts        integer NOT NULL DEFAULT 0,
    status_code     integer,
    failure         text COLLATE "C",
    duration_ms     integer,
    created_at      timestamptz NOT NULL,
    last_attempt_at timestamptz,
    CONSTRAINT webhook_deliveries_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT webhook_deliveries_webhook_fkey FOREIGN KEY (tenant_id, webhook_id)
        REFERENCES webhooks (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT webhook_deliveries_event_known CHECK (event IN ('scoring_completed', 'application_status_changed',
        'decision_created', 'override_decided', 'sla_breached', 'test')),
    CONSTRAINT webhook_deliveries_state_known CHECK (state IN ('waiting', 'delivered', 'failed'))
);
CREATE INDEX webhook_deliveries_by_webhook ON webhook_deliveries (tenant_id, webhook_id, created_at DESC, id DESC);
CREATE INDEX webhook_deliveries_by_age ON webhook_deliveries (tenant_id, created_at);

ALTER TABLE webhooks ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhooks FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON webhooks TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
ALTER TABLE webhook_deliveries ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_deliveries FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON webhook_deliveries TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
GRANT SELECT, INSERT, UPDATE, DELETE ON webhooks, webhook_deliveries TO countersign_daemon;
