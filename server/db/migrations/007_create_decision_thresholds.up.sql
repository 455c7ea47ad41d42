-- The routing policy of a tenant, version by version; immutable once published.
CREATE TABLE decision_thresholds (
    tenant_id                  uuid NOT NULL REFERENCES tenants (id) ON DELETE RESTRICT,
    id                         uuid NOT NULL,
    policy_version             integer NOT NULL CHECK (policy_version > 0),
    state                      text NOT NULL CHECK (state IN ('draft', 'simulated', 'approved', 'active', 'retired')),
    auto_approve_min           integer NOT NULL CHECK (auto_approve_min BETWEEN 0 AND 1000),
    auto_decline_max           integer NOT NULL CHECK (auto_decline_max BETWEEN 0 AND 1000),
    recommendation_cutoff      integer NOT NULL CHECK (recommendation_cutoff BETWEEN 0 AND 1000),
    max_loan_amount_auto_minor bigint NOT NULL CHECK (max_loan_amount_auto_minor > 0),
    max_term_months_auto       integer NOT NULL CHECK (max_term_months_auto BETWEEN 1 AND 480),
    require_review_purposes    text[] NOT NULL DEFAULT '{}',
    indicative_rate            double precision NOT NULL CHECK (indicative_rate BETWEEN 0 AND 1000),
    sla_hours                  integer NOT NULL CHECK (sla_hours > 0),
    band_override_approval     text NOT NULL CHECK (band_override_approval IN ('none', 'low_side', 'all')),
    automation                 text NOT NULL DEFAULT 'on' CHECK (automation IN ('on', 'approve_only', 'off')),
    created_by                 text NOT NULL, -- a user's id, or system:bootstrap for a tenant's first policy
    approved_by                text,
    activated_at               timestamptz,
    created_at                 timestamptz NOT NULL,
    updated_at                 timestamptz NOT NULL,
    version                    integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, policy_version),
    CHECK (auto_decline_max < recommendation_cutoff AND recommendation_cutoff <= auto_approve_min),
    CONSTRAINT decision_thresholds_four_eyes CHECK (approved_by IS NULL OR approved_by <> created_by
        OR approved_by = 'system:bootstrap'),
    CHECK (state NOT IN ('approved', 'active') OR approved_by IS NOT NULL)
);
CREATE UNIQUE INDEX decision_thresholds_one_active ON decision_thresholds (tenant_id) WHERE state = 'active';

-- The first policy may be signed by the system only while the tenant has none.
CREATE FUNCTION check_bootstrap_policy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.created_by = 'system:bootstrap' AND EXISTS (
        SELECT 1 FROM decision_thresholds d WHERE d.tenant_id = NEW.tenant_id AND d.id <> NEW.id) THEN
        RAISE EXCEPTION 'the tenant has a policy already' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER decision_thresholds_bootstrap BEFORE INSERT ON decision_thresholds
    FOR EACH ROW EXECUTE FUNCTION check_bootstrap_policy();
