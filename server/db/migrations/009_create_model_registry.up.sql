CREATE TABLE model_registry (
    tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE RESTRICT,
    id          uuid NOT NULL,
    name        text NOT NULL,
    model_version text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('xgboost', 'logistic_regression', 'mlp', 'ensemble')),
    bundle      text NOT NULL CHECK (bundle ~ '^[0-9a-f]{64}$'),
    feature_set text NOT NULL,
    stage       text NOT NULL CHECK (stage IN ('staging', 'production', 'archived')),
    manifest    jsonb NOT NULL DEFAULT '{}',
    created_by  text NOT NULL, -- a user's id, or system:bootstrap for a tenant's first model
    promoted_by text,
    promoted_at timestamptz,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    version     integer NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, bundle),
    UNIQUE (tenant_id, model_version),
    CONSTRAINT model_registry_four_eyes CHECK (promoted_by IS NULL OR promoted_by <> created_by
        OR promoted_by = 'system:bootstrap'),
    CHECK (stage <> 'production' OR promoted_by IS NOT NULL)
);
CREATE UNIQUE INDEX model_registry_one_production ON model_registry (tenant_id) WHERE stage = 'production';

CREATE FUNCTION check_bootstrap_model() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.created_by = 'system:bootstrap' AND EXISTS (
        SELECT 1 FROM model_registry m WHERE m.tenant_id = NEW.tenant_id AND m.id <> NEW.id) THEN
        RAISE EXCEPTION 'the tenant has a model already' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER model_registry_bootstrap BEFORE INSERT ON model_registry
    FOR EACH ROW EXECUTE FUNCTION check_bootstrap_model();
