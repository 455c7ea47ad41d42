DELETE FROM privacy_keys WHERE retired_at IS NOT NULL;
REVOKE UPDATE (retired_at) ON privacy_keys FROM countersign_daemon;
ALTER TABLE privacy_keys DROP COLUMN retired_at;
