-- How loans went, as far as it is known.
CREATE TABLE loan_outcomes (
    tenant_id      uuid NOT NULL,
    id             uuid NOT NULL,
    application_id uuid NOT NULL,
    outcome        text COLLATE "C" NOT NULL,
    is_bad         boolean GENERATED ALWAYS AS (outcome IN ('defaulted', 'written_off')) STORED,
    days_past_due  integer,
    months_on_book integer,
    observed_at    timestamptz NOT NULL,
    recorded_by    uuid,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    CONSTRAINT loan_outcomes_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT loan_outcomes_application_fkey FOREIGN KEY (tenant_id, application_id)
        REFERENCES applications (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT loan_outcomes_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by)
        REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT loan_outcomes_observation_unique UNIQUE (tenant_id, application_id, observed_at),
    CONSTRAINT loan_outcomes_outcome_known CHECK (outcome IN ('performing', 'repaid', 'defaulted', 'written_off')),
    CONSTRAINT loan_outcomes_days_not_negative CHECK (days_past_due >= 0),
    CONSTRAINT loan_outcomes_months_not_negative CHECK (months_on_book >= 0)
);
