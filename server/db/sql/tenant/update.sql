UPDATE tenants
SET name = :name, currency = :currency, locale = :locale, time_zone = :time_zone, settings = settings || :settings::jsonb,
    decision_retention_years = :decision_retention_years, audit_retention_years = :audit_retention_years,
    is_active = :is_active, version = version + 1, updated_at = :now::timestamptz
WHERE id = :tenant_id
