-- Append-only: the daemon's role may insert and read, never change or delete.
CREATE TABLE audit_logs (
    tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE RESTRICT,
    id          uuid NOT NULL,
    entity_type text NOT NULL,
    entity_id   uuid NOT NULL,
    action      text NOT NULL,
    user_id     uuid, -- null: the system itself
    old_value   jsonb,
    new_value   jsonb,
    request_id  uuid,
    address     text NOT NULL DEFAULT '',
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
