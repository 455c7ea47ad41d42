-- In the order of slugs; a cursor names the last tenant by id.
SELECT t.id, t.slug, t.name, t.currency, t.locale, t.time_zone, t.settings::text AS settings, t.decision_retention_years,
       t.audit_retention_years, t.is_active, t.created_at, t.version
FROM tenants t
WHERE (:is_active::boolean IS NULL OR t.is_active = :is_active::boolean)
  AND (:after_id::uuid IS NULL OR t.slug > (SELECT l.slug FROM tenants l WHERE l.id = :after_id::uuid))
ORDER BY t.slug
LIMIT :limit OFFSET :offset
