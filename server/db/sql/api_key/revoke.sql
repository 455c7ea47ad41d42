UPDATE api_keys SET revoked_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id AND revoked_at IS NULL
RETURNING name, prefix
