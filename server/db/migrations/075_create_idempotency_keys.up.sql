-- Requests that came with an Idempotency-Key and had their effect: the row is written in the effect's transaction, so that
-- there is one exactly when there is the other. `id` is a hash of who asked, where, and of the key; the answer is encrypted
-- with a key that the database does not have, and absent where it would carry a secret.
CREATE TABLE idempotency_keys (
    tenant_id    uuid NOT NULL,
    id           bytea NOT NULL,
    content_hash bytea NOT NULL,
    answer       bytea,
    expires_at   timestamptz NOT NULL,
    CONSTRAINT idempotency_keys_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT idempotency_keys_id_length CHECK (length(id) = 32),
    CONSTRAINT idempotency_keys_content_hash_length CHECK (length(content_hash) = 32)
);
CREATE INDEX idempotency_keys_expired ON idempotency_keys (tenant_id, expires_at);

ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON idempotency_keys TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_keys TO countersign_daemon;
