-- What a model said about an application, and everything needed to say it again bit for bit. Without a score no model
-- could answer (route_reason model_unavailable).
CREATE TABLE scoring_results (
    tenant_id           uuid NOT NULL,
    id                  uuid NOT NULL,
    application_id      uuid NOT NULL,
    score               integer,
    unclamped_score     float8,
    margin_bits         integer,
    base_value_bits     integer,
    probability_default float8,
    risk_category       text COLLATE "C",
    route               text COLLATE "C" NOT NULL,
    route_reason        text COLLATE "C" NOT NULL,
    route_reasons       text[] NOT NULL,
    recommendation      text COLLATE "C",
    model_id            uuid,
    model_bundle        text COLLATE "C",
    feature_set_version text COLLATE "C" NOT NULL,
    policy_id           uuid,
    policy_version      integer NOT NULL,
    base_points         integer,
    other_points        integer,
    features            jsonb NOT NULL,
    contributions       jsonb,
    top_factors         jsonb,
    scoring_time_us     bigint NOT NULL DEFAULT 0,
    scored_at           timestamptz NOT NULL,
    CONSTRAINT scoring_results_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT scoring_results_application_fkey FOREIGN KEY (tenant_id, application_id)
        REFERENCES applications (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT scoring_results_score_range CHECK (score BETWEEN 0 AND 1000),
    CONSTRAINT scoring_results_probability_range CHECK (probability_default BETWEEN 0 AND 1),
    CONSTRAINT scoring_results_risk_category_known CHECK (risk_category IN
        ('very_low', 'low', 'medium', 'high', 'very_high')),
    CONSTRAINT scoring_results_route_known CHECK (route IN ('auto_approve', 'auto_decline', 'human_review')),
    CONSTRAINT scoring_results_recommendation_known CHECK (recommendation IN ('approve', 'decline')),
    CONSTRAINT scoring_results_reason_listed CHECK (route_reason = ANY (route_reasons)),
    CONSTRAINT scoring_results_whole_or_none CHECK (
        (score IS NULL) = (margin_bits IS NULL) AND (score IS NULL) = (probability_default IS NULL)
        AND (score IS NULL) = (risk_category IS NULL) AND (score IS NULL) = (model_bundle IS NULL)
        AND (score IS NULL) = (recommendation IS NULL)),
    CONSTRAINT scoring_results_no_automation_without_score CHECK (score IS NOT NULL OR route = 'human_review')
);
