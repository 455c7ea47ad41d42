SELECT count(*) AS total FROM api_keys WHERE tenant_id = :tenant_id
