SELECT id FROM tenants WHERE slug = :slug
