SELECT id, name, prefix, scopes, requests_per_second, created_at, last_used_at, expires_at, revoked_at
FROM api_keys
WHERE tenant_id = :tenant_id
ORDER BY created_at DESC, id DESC
LIMIT :limit OFFSET :offset
