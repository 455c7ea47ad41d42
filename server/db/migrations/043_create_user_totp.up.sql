-- One-time codes (RFC 6238). The secret is sealed with a key that the database never sees.
CREATE TABLE user_totp (
    tenant_id     uuid NOT NULL,
    user_id       uuid NOT NULL,
    sealed_secret bytea NOT NULL,
    confirmed_at  timestamptz, -- null: begun, not in force
    last_step     bigint NOT NULL DEFAULT 0, -- of the code that was used last: none is good twice
    created_at    timestamptz NOT NULL,
    CONSTRAINT user_totp_pkey PRIMARY KEY (tenant_id, user_id),
    CONSTRAINT user_totp_user_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE
);
ALTER TABLE user_totp ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_totp FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON user_totp TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
GRANT SELECT, INSERT, UPDATE, DELETE ON user_totp TO countersign_daemon;
