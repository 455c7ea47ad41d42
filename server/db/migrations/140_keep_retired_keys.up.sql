-- A retired master key stays known: deleted, it came back with the next daemon that still had it in its file.
ALTER TABLE privacy_keys ADD COLUMN retired_at timestamptz;
GRANT UPDATE (retired_at) ON privacy_keys TO countersign_daemon;
