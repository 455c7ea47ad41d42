-- Which ways a notice has failed to go, as {channel: reason}; what a person wants to hear of and in which language; what the
-- bank tells applicants. None of it holds personal data: addresses are read when something is sent.
ALTER TABLE notifications
    ADD COLUMN failures jsonb NOT NULL DEFAULT '{}',
    ADD CONSTRAINT notifications_failures_object CHECK (jsonb_typeof(failures) = 'object');
CREATE INDEX notifications_by_age ON notifications (tenant_id, created_at);
GRANT DELETE ON notifications TO countersign_daemon;

CREATE TABLE notification_preferences (
    tenant_id uuid NOT NULL,
    user_id   uuid NOT NULL,
    language  text COLLATE "C",
    choices   jsonb NOT NULL,
    chosen_at timestamptz NOT NULL,
    CONSTRAINT notification_preferences_pkey PRIMARY KEY (tenant_id, user_id),
    CONSTRAINT notification_preferences_user_fkey FOREIGN KEY (tenant_id, user_id)
        REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT notification_preferences_language_known CHECK (language IN ('en', 'sr')),
    CONSTRAINT notification_preferences_choices_object CHECK (jsonb_typeof(choices) = 'object')
);

CREATE TABLE applicant_mails (
    tenant_id      uuid NOT NULL,
    id             uuid NOT NULL,
    application_id uuid NOT NULL,
    kind           text COLLATE "C" NOT NULL,
    failure        text COLLATE "C",
    created_at     timestamptz NOT NULL,
    sent_at        timestamptz,
    CONSTRAINT applicant_mails_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT applicant_mails_application_fkey FOREIGN KEY (tenant_id, application_id)
        REFERENCES applications (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT applicant_mails_kind_known CHECK (kind IN ('decision_made', 'documents_requested'))
);
CREATE INDEX applicant_mails_by_age ON applicant_mails (tenant_id, created_at);

ALTER TABLE notification_preferences ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification_preferences FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON notification_preferences TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
ALTER TABLE applicant_mails ENABLE ROW LEVEL SECURITY;
ALTER TABLE applicant_mails FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON applicant_mails TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
GRANT SELECT, INSERT, UPDATE ON notification_preferences TO countersign_daemon;
GRANT SELECT, INSERT, UPDATE, DELETE ON applicant_mails TO countersign_daemon;
