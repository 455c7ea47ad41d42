-- The policies of a tenant, one row for each version; immutable once published.
CREATE TABLE decision_thresholds (
    tenant_id                  uuid NOT NULL,
    id                         uuid NOT NULL,
    version                    integer NOT NULL,
    state                      text COLLATE "C" NOT NULL DEFAULT 'draft',
    auto_approve_min           integer NOT NULL,
    auto_decline_max           integer NOT NULL,
    recommendation_cutoff      integer NOT NULL,
    max_loan_amount_auto_minor bigint NOT NULL,
    max_term_months_auto       integer NOT NULL,
    require_review_purposes    text[] NOT NULL DEFAULT '{}',
    indicative_rate            float8 NOT NULL,
    sla_hours                  integer NOT NULL,
    band_override_approval     text COLLATE "C" NOT NULL,
    created_by                 text NOT NULL,
    approved_by                text,
    approved_at                timestamptz,
    activated_at               timestamptz,
    retired_at                 timestamptz,
    created_at                 timestamptz NOT NULL,
    updated_at                 timestamptz NOT NULL,
    CONSTRAINT decision_thresholds_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT decision_thresholds_tenant_fkey FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE RESTRICT,
    CONSTRAINT decision_thresholds_version_unique UNIQUE (tenant_id, version),
    CONSTRAINT decision_thresholds_version_positive CHECK (version > 0),
    CONSTRAINT decision_thresholds_state_known CHECK (state IN ('draft', 'simulated', 'approved', 'active', 'retired')),
    CONSTRAINT decision_thresholds_band CHECK (
        auto_decline_max >= 0 AND auto_decline_max < recommendation_cutoff
        AND recommendation_cutoff <= auto_approve_min AND auto_approve_min <= 1000),
    CONSTRAINT decision_thresholds_amount_positive CHECK (max_loan_amount_auto_minor > 0),
    CONSTRAINT decision_thresholds_term_positive CHECK (max_term_months_auto > 0),
    CONSTRAINT decision_thresholds_rate_range CHECK (indicative_rate BETWEEN 0 AND 1000),
    CONSTRAINT decision_thresholds_sla_positive CHECK (sla_hours > 0),
    CONSTRAINT decision_thresholds_band_override_known CHECK (band_override_approval IN ('none', 'low_side', 'all')),
    CONSTRAINT decision_thresholds_signed CHECK (
        state IN ('draft', 'simulated') OR (approved_by IS NOT NULL AND approved_at IS NOT NULL)),
    CONSTRAINT decision_thresholds_active_has_time CHECK (state <> 'active' OR activated_at IS NOT NULL),
    CONSTRAINT decision_thresholds_four_eyes CHECK (
        approved_by IS NULL OR approved_by <> created_by OR (approved_by = 'system:bootstrap' AND version = 1)),
    CONSTRAINT decision_thresholds_bootstrap_first CHECK (approved_by <> 'system:bootstrap' OR version = 1)
);

CREATE UNIQUE INDEX decision_thresholds_one_active ON decision_thresholds (tenant_id) WHERE state = 'active';
