SELECT id, slug, name, currency, locale, time_zone, settings::text AS settings, decision_retention_years,
       audit_retention_years, is_active, created_at, version
FROM tenants
WHERE id = :tenant_id
