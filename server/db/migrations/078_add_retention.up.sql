-- How long a tenant keeps what says who an applicant was, counted from the end of the last application; and how long its
-- audit log at least.
ALTER TABLE tenants
    ADD COLUMN decision_retention_years integer NOT NULL DEFAULT 7,
    ADD COLUMN audit_retention_years integer NOT NULL DEFAULT 10,
    ADD CONSTRAINT tenants_retention_range CHECK
        (decision_retention_years BETWEEN 1 AND 100 AND audit_retention_years BETWEEN decision_retention_years AND 100);
