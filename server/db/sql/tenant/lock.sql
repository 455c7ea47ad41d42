-- Whoever changes a tenant or the rights of its users waits here: the last administrator cannot go in a race. The key
-- stays free, because rows of users refer to it.
SELECT id, slug, name, currency, locale, time_zone, settings::text AS settings, decision_retention_years,
       audit_retention_years, is_active, created_at, version
FROM tenants
WHERE id = :tenant_id
FOR NO KEY UPDATE
