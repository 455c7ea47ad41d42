-- The legal clocks of applications, one of each kind. What they are is in core/deadline; here is what they stand at.
CREATE TABLE application_deadlines (
    tenant_id      uuid NOT NULL,
    application_id uuid NOT NULL,
    kind           text COLLATE "C" NOT NULL,
    rule_pack      text COLLATE "C" NOT NULL,
    rule_version   integer NOT NULL,
    started_at     timestamptz NOT NULL,
    due_on         date NOT NULL,
    due_at         timestamptz NOT NULL,
    next_step_at   timestamptz, -- when people are told next
    state          text COLLATE "C" NOT NULL,
    ended_at       timestamptz,
    CONSTRAINT application_deadlines_pkey PRIMARY KEY (tenant_id, application_id, kind),
    CONSTRAINT application_deadlines_application_fkey FOREIGN KEY (tenant_id, application_id)
        REFERENCES applications (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT application_deadlines_kind_known CHECK (kind IN
        ('decision_notice', 'incompleteness_notice', 'counteroffer_reply', 'review_answer')),
    CONSTRAINT application_deadlines_rule_pack_known CHECK (rule_pack IN ('us-regb', 'eu-ccd2')),
    CONSTRAINT application_deadlines_rule_version_positive CHECK (rule_version > 0),
    CONSTRAINT application_deadlines_state_known CHECK (state IN ('running', 'paused', 'met', 'void')),
    CONSTRAINT application_deadlines_due_later CHECK (due_at > started_at),
    CONSTRAINT application_deadlines_ended_has_time CHECK ((ended_at IS NOT NULL) = (state IN ('met', 'void'))),
    CONSTRAINT application_deadlines_steps_while_running CHECK (next_step_at IS NULL OR state = 'running')
);
CREATE INDEX application_deadlines_to_tell ON application_deadlines (tenant_id, next_step_at) WHERE next_step_at IS NOT NULL;

ALTER TABLE application_deadlines ENABLE ROW LEVEL SECURITY;
ALTER TABLE application_deadlines FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON application_deadlines TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
GRANT SELECT, INSERT, UPDATE ON application_deadlines TO countersign_daemon;

-- The first one that runs, beside the service deadline: the queue is sorted by the earlier of both.
ALTER TABLE analyst_queues ADD COLUMN legal_deadline timestamptz;
