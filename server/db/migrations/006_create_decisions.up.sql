-- Records that must be kept for years: nothing cascades into them.
CREATE TABLE decisions (
    tenant_id              uuid NOT NULL,
    id                     uuid NOT NULL,
    application_id         uuid NOT NULL,
    queue_id               uuid,
    decision_type          text COLLATE "C" NOT NULL,
    outcome                text COLLATE "C" NOT NULL,
    status                 text COLLATE "C" NOT NULL,
    approved_amount_minor  bigint,
    approved_term_months   integer,
    approved_interest_rate float8,
    monthly_payment_minor  bigint,
    currency               text COLLATE "C" NOT NULL,
    conditions             jsonb NOT NULL DEFAULT '[]',
    reason_codes           text[] NOT NULL DEFAULT '{}',
    reasoning              text,
    reasoning_category     text COLLATE "C",
    model_score            integer,
    recommendation         text COLLATE "C",
    override_flag          boolean NOT NULL DEFAULT false,
    override_direction     text COLLATE "C",
    override_reason        text COLLATE "C",
    override_justification text,
    override_approved_by   uuid,
    override_approved_at   timestamptz,
    override_comment       text,
    decided_by             uuid,
    review_time_seconds    bigint,
    version                integer NOT NULL DEFAULT 1,
    decided_at             timestamptz NOT NULL,
    created_at             timestamptz NOT NULL,
    updated_at             timestamptz NOT NULL,
    CONSTRAINT decisions_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT decisions_application_fkey FOREIGN KEY (tenant_id, application_id)
        REFERENCES applications (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT decisions_queue_fkey FOREIGN KEY (tenant_id, queue_id)
        REFERENCES analyst_queues (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT decisions_decided_by_fkey FOREIGN KEY (tenant_id, decided_by)
        REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT decisions_override_approved_by_fkey FOREIGN KEY (tenant_id, override_approved_by)
        REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT decisions_type_known CHECK (decision_type IN
        ('auto_approve', 'auto_decline', 'analyst_approve', 'analyst_decline', 'analyst_approve_with_conditions')),
    CONSTRAINT decisions_outcome_known CHECK (outcome IN ('approved', 'declined')),
    CONSTRAINT decisions_outcome_fits_type CHECK ((outcome = 'declined') = (decision_type IN ('auto_decline', 'analyst_decline'))),
    CONSTRAINT decisions_status_known CHECK (status IN ('final', 'pending_approval', 'rejected')),
    CONSTRAINT decisions_person_or_policy CHECK ((decided_by IS NULL) = (decision_type IN ('auto_approve', 'auto_decline'))),
    CONSTRAINT decisions_conditions_fit_type CHECK (
        jsonb_typeof(conditions) = 'array'
        AND (jsonb_array_length(conditions) > 0) = (decision_type = 'analyst_approve_with_conditions')),
    CONSTRAINT decisions_amount_positive CHECK (approved_amount_minor > 0),
    CONSTRAINT decisions_term_range CHECK (approved_term_months BETWEEN 1 AND 480),
    CONSTRAINT decisions_interest_rate_range CHECK (approved_interest_rate BETWEEN 0 AND 1000),
    CONSTRAINT decisions_payment_not_negative CHECK (monthly_payment_minor >= 0),
    CONSTRAINT decisions_no_terms_when_declined CHECK (outcome = 'approved' OR approved_amount_minor IS NULL),
    CONSTRAINT decisions_reasoning_length CHECK (decided_by IS NULL OR char_length(coalesce(reasoning, '')) >= 20),
    CONSTRAINT decisions_score_range CHECK (model_score BETWEEN 0 AND 1000),
    CONSTRAINT decisions_recommendation_known CHECK (recommendation IN ('approve', 'decline')),
    CONSTRAINT decisions_override_whole CHECK (
        CASE WHEN override_flag
             THEN override_direction IS NOT NULL AND override_reason IS NOT NULL
                  AND char_length(coalesce(override_justification, '')) >= 50
             ELSE override_direction IS NULL AND override_approved_by IS NULL AND status = 'final' END),
    CONSTRAINT decisions_override_direction_known CHECK (override_direction IN
        ('model_approve_analyst_decline', 'model_decline_analyst_approve')),
    CONSTRAINT decisions_override_direction_fits CHECK (
        (override_direction = 'model_approve_analyst_decline') = (outcome = 'declined')),
    CONSTRAINT decisions_four_eyes CHECK (override_approved_by IS NULL OR override_approved_by <> decided_by),
    CONSTRAINT decisions_approval_has_time CHECK ((override_approved_by IS NULL) = (override_approved_at IS NULL)),
    CONSTRAINT decisions_pending_not_approved CHECK (status <> 'pending_approval' OR override_approved_by IS NULL),
    CONSTRAINT decisions_review_time_not_negative CHECK (review_time_seconds >= 0)
);

CREATE UNIQUE INDEX decisions_one_final ON decisions (tenant_id, application_id) WHERE status = 'final';
CREATE UNIQUE INDEX decisions_one_waiting ON decisions (tenant_id, application_id) WHERE status = 'pending_approval';
