SELECT id, slug, name, currency, locale, time_zone, settings::text AS settings, is_active, created_at, version
FROM tenants
WHERE id = :tenant_id
