INSERT INTO api_keys (id, tenant_id, name, prefix, secret_hash, scopes, requests_per_second, created_by, created_at, expires_at)
VALUES (:id, :tenant_id, :name, :prefix, :secret_hash, :scopes, :requests_per_second, :created_by, :now, :expires_at)
