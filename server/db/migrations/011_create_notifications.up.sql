CREATE TABLE notifications (
    tenant_id          uuid NOT NULL,
    id                 uuid NOT NULL,
    user_id            uuid NOT NULL,
    kind               text NOT NULL,
    entity_type        text NOT NULL,
    entity_id          uuid NOT NULL,
    payload            jsonb NOT NULL DEFAULT '{}',
    delivered_channels text[] NOT NULL DEFAULT '{}',
    failures           jsonb NOT NULL DEFAULT '[]',
    read_at            timestamptz,
    created_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id) ON DELETE RESTRICT
);
