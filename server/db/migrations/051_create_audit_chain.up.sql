-- The order that the entries of a tenant were sealed in; each hash covers the one before and the entry.
CREATE TABLE audit_chain (
    tenant_id uuid NOT NULL,
    sequence  bigint NOT NULL,
    entry_id  uuid NOT NULL,
    hash      bytea NOT NULL,
    CONSTRAINT audit_chain_pkey PRIMARY KEY (tenant_id, sequence),
    CONSTRAINT audit_chain_entry_unique UNIQUE (tenant_id, entry_id),
    CONSTRAINT audit_chain_sequence_from_one CHECK (sequence >= 1),
    CONSTRAINT audit_chain_hash_length CHECK (length(hash) = 32)
);

-- Where the sealer goes on: every entry of an older transaction is in the chain.
CREATE TABLE audit_seals (
    tenant_id      uuid NOT NULL,
    settled_before bigint NOT NULL,
    CONSTRAINT audit_seals_pkey PRIMARY KEY (tenant_id)
);

CREATE TRIGGER audit_chain_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_chain
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE audit_chain ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_chain FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON audit_chain TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

ALTER TABLE audit_seals ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_seals FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON audit_seals TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

GRANT SELECT, INSERT ON audit_chain TO countersign_daemon;
GRANT SELECT, INSERT, UPDATE ON audit_seals TO countersign_daemon;
