-- What the model said and where the application went, with all that a replay needs.
CREATE TABLE scoring_results (
    tenant_id           uuid NOT NULL,
    id                  uuid NOT NULL,
    application_id      uuid NOT NULL,
    score               integer CHECK (score BETWEEN 0 AND 1000),
    margin_bits         integer,          -- float32, bit for bit
    probability_default double precision CHECK (probability_default BETWEEN 0 AND 1),
    risk_category       text CHECK (risk_category IN ('very_low', 'low', 'medium', 'high', 'very_high')),
    route               text NOT NULL CHECK (route IN ('auto_approve', 'auto_decline', 'human_review')),
    route_reason        text NOT NULL,
    route_reasons       text[] NOT NULL CHECK (cardinality(route_reasons) > 0),
    recommendation      text CHECK (recommendation IN ('approve', 'decline')),
    model_id            uuid,
    model_version       text,
    model_bundle        text CHECK (model_bundle ~ '^[0-9a-f]{64}$'),
    feature_set         text NOT NULL,
    policy_id           uuid NOT NULL,
    policy_version      integer NOT NULL,
    base_points         integer NOT NULL DEFAULT 0,
    other_points        integer NOT NULL DEFAULT 0,
    feature_bits        integer[] NOT NULL, -- float32, bit for bit, in the order of the feature set
    contributions       double precision[] NOT NULL DEFAULT '{}',
    top_factors         jsonb NOT NULL DEFAULT '[]',
    scoring_time_us     bigint NOT NULL DEFAULT 0,
    scored_at           timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, application_id, scored_at),
    FOREIGN KEY (tenant_id, application_id) REFERENCES applications (tenant_id, id) ON DELETE RESTRICT,
    CHECK ((score IS NULL) = (margin_bits IS NULL) AND (score IS NULL) = (recommendation IS NULL)),
    CHECK (score IS NOT NULL OR route = 'human_review')
);
