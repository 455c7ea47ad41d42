UPDATE persons SET national_id_hash = NULL, wrapped_key = NULL, key_number = NULL, erased_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id
