-- One key by its hash, or all of them; those that are revoked, or whose tenant was closed, are not keys any more.
SELECT k.id, k.tenant_id, k.secret_hash, k.scopes, k.requests_per_second, k.expires_at
FROM api_keys k
JOIN tenants t ON t.id = k.tenant_id AND t.is_active
WHERE k.revoked_at IS NULL AND (:secret_hash::bytea IS NULL OR k.secret_hash = :secret_hash::bytea)
