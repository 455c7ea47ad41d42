UPDATE privacy_keys SET retired_at = :now::timestamptz
WHERE number <> 0 AND number <> :current::bigint AND retired_at IS NULL
