-- What people write about a case, sealed with the key of the applicant (077). A note is never changed; it only goes with the
-- person.
CREATE TABLE application_notes (
    tenant_id      uuid NOT NULL,
    id             uuid NOT NULL,
    application_id uuid NOT NULL,
    author_id      uuid NOT NULL,
    sealed_text    bytea NOT NULL,
    created_at     timestamptz NOT NULL,
    CONSTRAINT application_notes_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT application_notes_application_fkey FOREIGN KEY (tenant_id, application_id)
        REFERENCES applications (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT application_notes_author_fkey FOREIGN KEY (tenant_id, author_id)
        REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT application_notes_text_sealed CHECK (sealed_text = '' OR octet_length(sealed_text) > 45)
);
CREATE INDEX application_notes_by_application ON application_notes (tenant_id, application_id, created_at DESC, id DESC);

ALTER TABLE application_notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE application_notes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON application_notes TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
GRANT SELECT, INSERT, UPDATE (sealed_text) ON application_notes TO countersign_daemon;

-- Since when it is told that an application will end undecided; without that it never does.
ALTER TABLE applications
    ADD COLUMN expiry_told_at timestamptz,
    ADD CONSTRAINT applications_expired_after_notice CHECK (status <> 'expired' OR expiry_told_at IS NOT NULL) NOT VALID;
