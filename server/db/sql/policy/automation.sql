SELECT t.automation FROM tenants t WHERE t.id = :tenant_id
