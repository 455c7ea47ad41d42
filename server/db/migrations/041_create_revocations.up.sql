-- What ended before its time: sessions, and the earlier rights of users. A system table without personal data that every
-- daemon keeps in memory. A row older than the longest life of an access token says nothing any more.
CREATE TABLE revocations (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    session_id    uuid,
    user_id       uuid,
    authz_version integer, -- tokens of the user with a lower one are no good
    revoked_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT revocations_one_kind CHECK ((session_id IS NULL) = (user_id IS NOT NULL)),
    CONSTRAINT revocations_version_of_user CHECK ((user_id IS NULL) = (authz_version IS NULL))
);
CREATE INDEX revocations_by_time ON revocations (revoked_at);
GRANT SELECT, INSERT, DELETE ON revocations TO countersign_daemon;

-- Rows are written by triggers: nobody can end a session or change a user's rights, by whatever way, and forget to say so.
CREATE FUNCTION revoke_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO revocations (session_id) VALUES (NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER sessions_revoke AFTER UPDATE OF ended_at ON sessions
    FOR EACH ROW WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION revoke_session();

CREATE FUNCTION raise_authz_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.authz_version := OLD.authz_version + 1;
    RETURN NEW;
END $$;
CREATE TRIGGER users_raise_authz_version BEFORE UPDATE ON users
    FOR EACH ROW WHEN ((OLD.role, OLD.grants, OLD.denials, OLD.is_active, OLD.must_change_password) IS DISTINCT FROM
                       (NEW.role, NEW.grants, NEW.denials, NEW.is_active, NEW.must_change_password))
    EXECUTE FUNCTION raise_authz_version();

CREATE FUNCTION revoke_rights() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO revocations (user_id, authz_version) VALUES (NEW.id, NEW.authz_version);
    RETURN NULL;
END $$;
CREATE TRIGGER users_revoke_rights AFTER UPDATE ON users
    FOR EACH ROW WHEN (OLD.authz_version <> NEW.authz_version) EXECUTE FUNCTION revoke_rights();

CREATE FUNCTION end_sessions_of_tenant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE sessions SET ended_at = clock_timestamp() WHERE tenant_id = NEW.id AND ended_at IS NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER tenants_end_sessions AFTER UPDATE OF is_active ON tenants
    FOR EACH ROW WHEN (OLD.is_active AND NOT NEW.is_active) EXECUTE FUNCTION end_sessions_of_tenant();

-- Sent at once and not coalesced after the commit, as all else is: it must arrive within a second, and it is rare.
CREATE FUNCTION announce_revocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('countersign_revocation',
                      CASE WHEN NEW.user_id IS NULL THEN 'session ' || NEW.session_id
                           ELSE 'user ' || NEW.user_id || ' ' || NEW.authz_version END);
    RETURN NULL;
END $$;
CREATE TRIGGER revocations_announce AFTER INSERT ON revocations FOR EACH ROW EXECUTE FUNCTION announce_revocation();
