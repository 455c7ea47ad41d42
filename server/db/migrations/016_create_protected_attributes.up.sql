-- Stored apart from the application: no rule, model or analyst reads them; they serve fairness reports alone.
CREATE TABLE protected_attributes (
    tenant_id      uuid NOT NULL,
    application_id uuid NOT NULL,
    marital_status text,
    sex            text,
    created_at     timestamptz NOT NULL,
    CONSTRAINT protected_attributes_pkey PRIMARY KEY (tenant_id, application_id),
    CONSTRAINT protected_attributes_application_fkey FOREIGN KEY (tenant_id, application_id)
        REFERENCES applications (tenant_id, id) ON DELETE RESTRICT
);
