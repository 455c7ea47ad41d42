SELECT id, slug, name, currency, time_zone FROM tenants WHERE id = :tenant_id
