UPDATE users
SET name = :name, role = :role, grants = :grants::text[], denials = :denials::text[], is_active = :is_active,
    authz_version = authz_version + CASE WHEN :rights_changed::boolean THEN 1 ELSE 0 END, version = version + 1,
    updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id
