-- Who changed what: written in the transaction of the change, never altered.
CREATE TABLE audit_logs (
    tenant_id   uuid NOT NULL,
    id          uuid NOT NULL,
    entity_type text COLLATE "C" NOT NULL,
    entity_id   uuid NOT NULL,
    action      text COLLATE "C" NOT NULL,
    actor_type  text COLLATE "C" NOT NULL,
    actor_id    uuid,
    request_id  uuid,
    old_value   jsonb,
    new_value   jsonb,
    diff        jsonb,
    occurred_at timestamptz NOT NULL,
    CONSTRAINT audit_logs_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT audit_logs_entity_type_present CHECK (entity_type <> ''),
    CONSTRAINT audit_logs_action_present CHECK (action <> ''),
    CONSTRAINT audit_logs_actor_type_known CHECK (actor_type IN ('user', 'api_key', 'system')),
    CONSTRAINT audit_logs_actor_named CHECK ((actor_type = 'system') = (actor_id IS NULL))
);
