DELETE FROM privacy_keys WHERE number <> 0 AND number <> :current::bigint
