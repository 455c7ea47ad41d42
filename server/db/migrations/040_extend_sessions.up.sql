-- A session recognises every refresh token it ever gave out by a key of its own (server/auth/RefreshToken.h). Tokens of the
-- old form carry no such mark: who is signed in with one signs in again.
DELETE FROM sessions;
ALTER TABLE sessions ADD COLUMN family_key bytea NOT NULL;
ALTER TABLE sessions ADD CONSTRAINT sessions_family_key_length CHECK (length(family_key) = 32);
ALTER TABLE sessions ADD CONSTRAINT sessions_tenant_unique UNIQUE (tenant_id, id);

-- From where: personal data, so it is the tenant's.
CREATE TABLE session_clients (
    tenant_id  uuid NOT NULL,
    session_id uuid NOT NULL,
    address    text NOT NULL,
    user_agent text NOT NULL,
    CONSTRAINT session_clients_pkey PRIMARY KEY (tenant_id, session_id),
    CONSTRAINT session_clients_session_fkey FOREIGN KEY (tenant_id, session_id) REFERENCES sessions (tenant_id, id)
        ON DELETE CASCADE,
    CONSTRAINT session_clients_user_agent_short CHECK (length(user_agent) <= 120)
);
ALTER TABLE session_clients ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_clients FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON session_clients TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
GRANT SELECT, INSERT ON session_clients TO countersign_daemon;

-- Failed sign-ins under addresses that nobody has: counted, so that they cost what a known address costs, down to the
-- commit. The slot is a hash of the address.
CREATE TABLE unknown_sign_ins (
    slot     smallint PRIMARY KEY,
    failures bigint NOT NULL DEFAULT 0,
    CONSTRAINT unknown_sign_ins_slot_range CHECK (slot BETWEEN 0 AND 255)
);
INSERT INTO unknown_sign_ins (slot) SELECT generate_series(0, 255);
GRANT SELECT, UPDATE ON unknown_sign_ins TO countersign_daemon;
