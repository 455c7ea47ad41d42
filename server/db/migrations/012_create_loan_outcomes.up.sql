CREATE TABLE loan_outcomes (
    tenant_id      uuid NOT NULL,
    id             uuid NOT NULL,
    application_id uuid NOT NULL,
    performance    text NOT NULL CHECK (performance IN ('current', 'dpd_30', 'dpd_60', 'dpd_90', 'default', 'repaid')),
    months_on_book integer NOT NULL CHECK (months_on_book >= 0),
    observed_at    timestamptz NOT NULL,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, application_id, months_on_book),
    FOREIGN KEY (tenant_id, application_id) REFERENCES applications (tenant_id, id) ON DELETE RESTRICT
);
