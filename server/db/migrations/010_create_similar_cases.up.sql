-- The nearest cases that had been decided before an application was scored.
CREATE TABLE similar_cases (
    tenant_id              uuid NOT NULL,
    id                     uuid NOT NULL,
    application_id         uuid NOT NULL,
    similar_application_id uuid NOT NULL,
    rank                   integer NOT NULL,
    distance               float8 NOT NULL,
    score                  integer,
    decision_outcome       text COLLATE "C" NOT NULL,
    loan_outcome           text COLLATE "C",
    computed_at            timestamptz NOT NULL,
    CONSTRAINT similar_cases_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT similar_cases_application_fkey FOREIGN KEY (tenant_id, application_id)
        REFERENCES applications (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT similar_cases_similar_fkey FOREIGN KEY (tenant_id, similar_application_id)
        REFERENCES applications (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT similar_cases_rank_unique UNIQUE (tenant_id, application_id, rank),
    CONSTRAINT similar_cases_rank_positive CHECK (rank > 0),
    CONSTRAINT similar_cases_distance_not_negative CHECK (distance >= 0),
    CONSTRAINT similar_cases_not_itself CHECK (similar_application_id <> application_id),
    CONSTRAINT similar_cases_score_range CHECK (score BETWEEN 0 AND 1000),
    CONSTRAINT similar_cases_decision_known CHECK (decision_outcome IN ('approved', 'declined')),
    CONSTRAINT similar_cases_loan_outcome_known CHECK (loan_outcome IN ('performing', 'repaid', 'defaulted', 'written_off')),
    CONSTRAINT similar_cases_declined_without_outcome CHECK (decision_outcome = 'approved' OR loan_outcome IS NULL)
);
