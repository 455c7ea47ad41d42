-- Proof of a moment ago, for one action on one object. A system table without personal data; who uses a token deletes it.
CREATE TABLE step_up_tokens (
    token_hash bytea PRIMARY KEY,
    session_id uuid NOT NULL,
    user_id    uuid NOT NULL,
    action     text COLLATE "C" NOT NULL,
    object_id  uuid NOT NULL,
    expires_at timestamptz NOT NULL, -- by the database's clock, which all daemons share
    CONSTRAINT step_up_tokens_session_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
    CONSTRAINT step_up_tokens_hash_length CHECK (length(token_hash) = 32)
);
CREATE INDEX step_up_tokens_by_expiry ON step_up_tokens (expires_at);
CREATE INDEX step_up_tokens_by_session ON step_up_tokens (session_id);
GRANT SELECT, INSERT, DELETE ON step_up_tokens TO countersign_daemon;
