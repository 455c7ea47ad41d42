ALTER TABLE tenants
    DROP COLUMN decision_retention_years,
    DROP COLUMN audit_retention_years;
