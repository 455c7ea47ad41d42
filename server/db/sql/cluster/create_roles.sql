-- Owner: runs migrations. Daemon: owns nothing and is bound by row-level security. Lookup: owns the two functions that look
-- past it and cannot sign in.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'countersign_owner') THEN
        CREATE ROLE countersign_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'countersign_daemon') THEN
        CREATE ROLE countersign_daemon LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'countersign_lookup') THEN
        CREATE ROLE countersign_lookup NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
    END IF;
    -- The owner may hand functions to it but must not inherit what it sees.
    ALTER ROLE countersign_owner NOINHERIT;
    GRANT countersign_lookup TO countersign_owner;
END $$
