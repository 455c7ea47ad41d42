-- Every access token of the tenant was made for an older version from now on.
UPDATE users SET authz_version = authz_version + 1, updated_at = :now::timestamptz WHERE tenant_id = :tenant_id
