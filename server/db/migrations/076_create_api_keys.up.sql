-- Keys of integrations. A system table without personal data, reached only by server/auth: a key is looked up before a
-- tenant is known. Of the key itself only the hash is kept, and its beginning, by which people tell keys apart.
CREATE TABLE api_keys (
    id                  uuid PRIMARY KEY,
    tenant_id           uuid NOT NULL,
    name                text NOT NULL,
    prefix              text COLLATE "C" NOT NULL,
    secret_hash         bytea NOT NULL,
    scopes              text[] NOT NULL,
    requests_per_second integer,
    created_by          uuid NOT NULL,
    created_at          timestamptz NOT NULL,
    last_used_at        timestamptz,
    expires_at          timestamptz,
    revoked_at          timestamptz,
    CONSTRAINT api_keys_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT api_keys_secret_hash_unique UNIQUE (secret_hash),
    CONSTRAINT api_keys_secret_hash_length CHECK (length(secret_hash) = 32),
    CONSTRAINT api_keys_name_length CHECK (char_length(name) BETWEEN 1 AND 100),
    CONSTRAINT api_keys_scopes_known CHECK (
        cardinality(scopes) > 0 AND scopes <@ ARRAY['application:create', 'decision:view']),
    CONSTRAINT api_keys_rate_positive CHECK (requests_per_second > 0)
);
CREATE INDEX api_keys_by_tenant ON api_keys (tenant_id, created_at, id);
GRANT SELECT, INSERT, UPDATE (last_used_at, revoked_at) ON api_keys TO countersign_daemon;

-- An integration reads what its own key created.
ALTER TABLE applications ADD COLUMN created_by_key uuid;
