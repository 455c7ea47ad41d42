DROP TABLE unknown_sign_ins;
DROP TABLE session_clients;
ALTER TABLE sessions DROP CONSTRAINT sessions_tenant_unique;
ALTER TABLE sessions DROP COLUMN family_key;
