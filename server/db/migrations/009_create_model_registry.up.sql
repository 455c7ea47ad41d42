CREATE TABLE model_registry (
    tenant_id           uuid NOT NULL,
    id                  uuid NOT NULL,
    name                text COLLATE "C" NOT NULL,
    version             integer NOT NULL,
    stage               text COLLATE "C" NOT NULL DEFAULT 'staging',
    algorithm           text COLLATE "C" NOT NULL,
    bundle_sha256       text COLLATE "C" NOT NULL,
    feature_set_version text COLLATE "C" NOT NULL,
    parameters          jsonb NOT NULL DEFAULT '{}',
    metrics             jsonb NOT NULL DEFAULT '{}',
    training            jsonb NOT NULL DEFAULT '{}',
    mlflow_run_id       text,
    created_by          text NOT NULL,
    promoted_by         text,
    promoted_at         timestamptz,
    archived_at         timestamptz,
    created_at          timestamptz NOT NULL,
    updated_at          timestamptz NOT NULL,
    CONSTRAINT model_registry_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT model_registry_tenant_fkey FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE RESTRICT,
    CONSTRAINT model_registry_version_unique UNIQUE (tenant_id, name, version),
    CONSTRAINT model_registry_version_positive CHECK (version > 0),
    CONSTRAINT model_registry_stage_known CHECK (stage IN ('staging', 'production', 'archived')),
    CONSTRAINT model_registry_bundle_form CHECK (bundle_sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT model_registry_promotion_signed CHECK (
        stage <> 'production' OR (promoted_by IS NOT NULL AND promoted_at IS NOT NULL)),
    CONSTRAINT model_registry_four_eyes CHECK (
        promoted_by IS NULL OR promoted_by <> created_by OR (promoted_by = 'system:bootstrap' AND version = 1)),
    CONSTRAINT model_registry_bootstrap_first CHECK (promoted_by <> 'system:bootstrap' OR version = 1)
);

CREATE UNIQUE INDEX model_registry_one_production ON model_registry (tenant_id) WHERE stage = 'production';
