-- The state before the last move, which the same person may take back for some seconds; help that was asked for; how often
-- the case was passed over.
ALTER TABLE analyst_queues
    ADD COLUMN skips integer NOT NULL DEFAULT 0,
    ADD COLUMN help_requested_at timestamptz,
    ADD COLUMN undo_by uuid,
    ADD COLUMN undo_until timestamptz,
    ADD COLUMN undo_version integer,
    ADD COLUMN undo_state jsonb,
    ADD CONSTRAINT analyst_queues_skips_not_negative CHECK (skips >= 0),
    ADD CONSTRAINT analyst_queues_undo_whole CHECK (
        (undo_by IS NULL) = (undo_state IS NULL) AND (undo_until IS NULL) = (undo_state IS NULL)
        AND (undo_version IS NULL) = (undo_state IS NULL));

-- Who must never get a case, and why.
CREATE TABLE queue_recusals (
    tenant_id      uuid NOT NULL,
    application_id uuid NOT NULL,
    user_id        uuid NOT NULL,
    relation       text COLLATE "C" NOT NULL,
    recorded_at    timestamptz NOT NULL,
    CONSTRAINT queue_recusals_pkey PRIMARY KEY (tenant_id, application_id, user_id),
    CONSTRAINT queue_recusals_application_fkey FOREIGN KEY (tenant_id, application_id)
        REFERENCES applications (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT queue_recusals_user_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT queue_recusals_relation_known CHECK (relation IN ('self', 'relative', 'friend', 'business', 'other'))
);

-- Who passed a case over when it was offered, and why.
CREATE TABLE queue_skips (
    tenant_id  uuid NOT NULL,
    queue_id   uuid NOT NULL,
    user_id    uuid NOT NULL,
    reason     text COLLATE "C" NOT NULL,
    skipped_at timestamptz NOT NULL,
    CONSTRAINT queue_skips_pkey PRIMARY KEY (tenant_id, queue_id, user_id, skipped_at),
    CONSTRAINT queue_skips_queue_fkey FOREIGN KEY (tenant_id, queue_id) REFERENCES analyst_queues (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT queue_skips_user_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT queue_skips_reason_known CHECK (reason IN ('expertise', 'language', 'too_complex', 'no_time', 'other'))
);

ALTER TABLE queue_recusals ENABLE ROW LEVEL SECURITY;
ALTER TABLE queue_recusals FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON queue_recusals TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
ALTER TABLE queue_skips ENABLE ROW LEVEL SECURITY;
ALTER TABLE queue_skips FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON queue_skips TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
GRANT SELECT, INSERT ON queue_recusals, queue_skips TO countersign_daemon;

-- The last line behind the service: whoever has stood back from a case never gets it.
CREATE FUNCTION refuse_recused_analyst() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM queue_recusals r
                WHERE r.tenant_id = NEW.tenant_id AND r.application_id = NEW.application_id AND r.user_id = NEW.analyst_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'analyst_queues_not_recused',
            MESSAGE = 'violates check constraint "analyst_queues_not_recused"';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER analyst_queues_recusal BEFORE UPDATE ON analyst_queues
    FOR EACH ROW WHEN (NEW.analyst_id IS NOT NULL AND NEW.analyst_id IS DISTINCT FROM OLD.analyst_id)
    EXECUTE FUNCTION refuse_recused_analyst();
