INSERT INTO tenants (id, slug, name, currency, locale, time_zone, created_at, updated_at)
VALUES (:tenant_id, :slug, :name, :currency, :locale, :time_zone, :now::timestamptz, :now::timestamptz)
ON CONFLICT (slug) DO NOTHING
