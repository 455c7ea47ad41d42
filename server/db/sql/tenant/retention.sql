SELECT id, slug, decision_retention_years, audit_retention_years FROM tenants ORDER BY slug
