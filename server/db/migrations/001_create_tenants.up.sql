-- Banks that share one installation. A system table: no row-level security, no personal data.
CREATE TABLE tenants (
    id          uuid PRIMARY KEY,
    slug        text COLLATE "C" NOT NULL,
    name        text NOT NULL,
    currency    text COLLATE "C" NOT NULL,
    locale      text NOT NULL DEFAULT 'en',
    time_zone   text NOT NULL DEFAULT 'UTC',
    automation  text COLLATE "C" NOT NULL DEFAULT 'on',
    settings    jsonb NOT NULL DEFAULT '{}',
    is_active   boolean NOT NULL DEFAULT true,
    version     integer NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    CONSTRAINT tenants_slug_unique UNIQUE (slug),
    CONSTRAINT tenants_slug_form CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    CONSTRAINT tenants_name_present CHECK (name <> ''),
    CONSTRAINT tenants_currency_form CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT tenants_automation_known CHECK (automation IN ('on', 'approve_only', 'off')),
    CONSTRAINT tenants_settings_object CHECK (jsonb_typeof(settings) = 'object')
);
