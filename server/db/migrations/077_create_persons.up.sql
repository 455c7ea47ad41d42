-- What says who an applicant is, is sealed with a key of that person; the key is wrapped by a master key from outside the
-- database. Erasing the person is destroying the key (docs/operations.md). The hashes are keyed, so that nobody can try ids.
CREATE TABLE persons (
    tenant_id        uuid NOT NULL,
    id               uuid NOT NULL,
    national_id_hash bytea,
    wrapped_key      bytea,
    key_number       bigint,
    created_at       timestamptz NOT NULL,
    erased_at        timestamptz,
    CONSTRAINT persons_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT persons_national_id_unique UNIQUE (tenant_id, national_id_hash),
    CONSTRAINT persons_national_id_hash_size CHECK (octet_length(national_id_hash) = 16),
    CONSTRAINT persons_erased_is_without_key CHECK
        (num_nulls(national_id_hash, wrapped_key, key_number) = CASE WHEN erased_at IS NULL THEN 0 ELSE 3 END)
);

-- E-mail addresses and telephone numbers that a person has given, as keyed hashes.
CREATE TABLE person_lookups (
    tenant_id uuid NOT NULL,
    hash      bytea NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT person_lookups_pkey PRIMARY KEY (tenant_id, hash, person_id),
    CONSTRAINT person_lookups_hash_size CHECK (octet_length(hash) = 16),
    CONSTRAINT person_lookups_person_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES persons (tenant_id, id)
        ON DELETE CASCADE
);
CREATE INDEX person_lookups_by_person ON person_lookups (tenant_id, person_id);

-- What an earlier version stored readable cannot be sealed here, for the keys are not in the database. Its applications stay;
-- their applicants are erased.
ALTER TABLE applications
    ADD COLUMN person_id uuid,
    ADD COLUMN sealed_name bytea NOT NULL DEFAULT '',
    ADD COLUMN sealed_person bytea NOT NULL DEFAULT '',
    ADD COLUMN sealed_metadata bytea;
ALTER TABLE applications NO FORCE ROW LEVEL SECURITY;
INSERT INTO persons (tenant_id, id, created_at, erased_at) SELECT tenant_id, id, created_at, now() FROM applications;
UPDATE applications SET person_id = id, search_text = NULL, applicant_data = jsonb_strip_nulls(jsonb_build_object(
    'address', CASE WHEN applicant_data ? 'address' THEN jsonb_build_object(
        'country', applicant_data #> '{address,country}', 'housing_status', applicant_data #> '{address,housing_status}') END,
    'employment_status', coalesce(applicant_data #>> '{employment,status}', 'employed'),
    'years_employed', applicant_data #> '{employment,years_employed}',
    'contract_type', applicant_data #> '{employment,contract_type}'));
ALTER TABLE applications FORCE ROW LEVEL SECURITY;
ALTER TABLE applications
    DROP COLUMN applicant_name,
    DROP COLUMN metadata,
    ALTER COLUMN person_id SET NOT NULL,
    ALTER COLUMN sealed_name DROP DEFAULT,
    ALTER COLUMN sealed_person DROP DEFAULT,
    ADD CONSTRAINT applications_person_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES persons (tenant_id, id)
        ON DELETE RESTRICT;
CREATE INDEX applications_by_person ON applications (tenant_id, person_id);

ALTER TABLE persons ENABLE ROW LEVEL SECURITY;
ALTER TABLE persons FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON persons TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
ALTER TABLE person_lookups ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_lookups FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON person_lookups TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

-- Proves that the keys of a daemon are the keys of this database. A system table: no tenant, no personal data.
CREATE TABLE privacy_keys (
    number     bigint PRIMARY KEY,
    proof      bytea NOT NULL,
    created_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON persons TO countersign_daemon;
GRANT SELECT, INSERT, DELETE ON person_lookups, privacy_keys TO countersign_daemon;

-- The protected attributes of one person, for the copy of his data that he may ask for. The daemon's role still cannot read
-- the table: nothing else may ever look at them beside an application.
CREATE FUNCTION protected_attributes_of(p_tenant_id uuid, p_person_id uuid)
RETURNS TABLE (application_id uuid, marital_status text, sex text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF p_tenant_id IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'another tenant';
    END IF;
    RETURN QUERY
        SELECT t.application_id, t.marital_status, t.sex
          FROM applications a
          JOIN protected_attributes t ON t.tenant_id = a.tenant_id AND t.application_id = a.id
         WHERE a.tenant_id = p_tenant_id AND a.person_id = p_person_id
         ORDER BY a.created_at, a.id;
END $$;

REVOKE ALL ON FUNCTION protected_attributes_of(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION protected_attributes_of(uuid, uuid) TO countersign_daemon;
GRANT CREATE ON SCHEMA public TO countersign_lookup;
ALTER FUNCTION protected_attributes_of(uuid, uuid) OWNER TO countersign_lookup;
REVOKE CREATE ON SCHEMA public FROM countersign_lookup;
GRANT SELECT (person_id) ON applications TO countersign_lookup;
GRANT SELECT (tenant_id, application_id, marital_status, sex) ON protected_attributes TO countersign_lookup;
CREATE POLICY lookup ON protected_attributes FOR SELECT TO countersign_lookup USING (true);
