CREATE TABLE notifications (
    tenant_id          uuid NOT NULL,
    id                 uuid NOT NULL,
    user_id            uuid NOT NULL,
    kind               text COLLATE "C" NOT NULL,
    subject_type       text COLLATE "C" NOT NULL,
    subject_id         uuid NOT NULL,
    payload            jsonb NOT NULL DEFAULT '{}',
    channels           text[] NOT NULL DEFAULT '{in_app}',
    delivered_channels text[] NOT NULL DEFAULT '{}',
    read_at            timestamptz,
    created_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    CONSTRAINT notifications_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT notifications_user_fkey FOREIGN KEY (tenant_id, user_id)
        REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT notifications_kind_present CHECK (kind <> ''),
    CONSTRAINT notifications_channels_known CHECK (channels <@ ARRAY['in_app', 'email', 'webhook']),
    CONSTRAINT notifications_delivered_known CHECK (delivered_channels <@ channels)
);
