DROP POLICY lookup ON protected_attributes;
REVOKE SELECT (tenant_id, application_id, marital_status, sex) ON protected_attributes FROM countersign_lookup;
REVOKE SELECT (person_id) ON applications FROM countersign_lookup;
DROP FUNCTION protected_attributes_of(uuid, uuid);

-- Only the keys outside could write the names back, so they stay away.
ALTER TABLE applications
    DROP COLUMN sealed_metadata,
    DROP COLUMN sealed_person,
    DROP COLUMN sealed_name,
    DROP COLUMN person_id,
    ADD COLUMN applicant_name text NOT NULL DEFAULT '(sealed)',
    ADD COLUMN metadata jsonb NOT NULL DEFAULT '{}';
ALTER TABLE applications ALTER COLUMN applicant_name DROP DEFAULT;
DROP TABLE privacy_keys;
DROP TABLE person_lookups;
DROP TABLE persons;
