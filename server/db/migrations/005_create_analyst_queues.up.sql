CREATE TABLE analyst_queues (
    tenant_id          uuid NOT NULL,
    id                 uuid NOT NULL,
    application_id     uuid NOT NULL,
    status             text COLLATE "C" NOT NULL DEFAULT 'pending',
    analyst_id         uuid,
    priority           integer NOT NULL,
    priority_reason    text NOT NULL DEFAULT '',
    flagged            boolean NOT NULL DEFAULT false,
    escalated          boolean NOT NULL DEFAULT false,
    releases           integer NOT NULL DEFAULT 0,
    routing_reason     text COLLATE "C" NOT NULL,
    score_at_routing   integer,
    sla_deadline       timestamptz NOT NULL,
    sla_paused_at      timestamptz,
    sla_warned_at      timestamptz,
    sla_breached_at    timestamptz,
    assigned_at        timestamptz,
    started_at         timestamptz,
    completed_at       timestamptz,
    version            integer NOT NULL DEFAULT 1,
    created_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    CONSTRAINT analyst_queues_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT analyst_queues_application_fkey FOREIGN KEY (tenant_id, application_id)
        REFERENCES applications (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT analyst_queues_analyst_fkey FOREIGN KEY (tenant_id, analyst_id)
        REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT analyst_queues_status_known CHECK (status IN
        ('pending', 'assigned', 'in_progress', 'awaiting_documents', 'awaiting_approval', 'completed', 'cancelled')),
    CONSTRAINT analyst_queues_priority_range CHECK (priority BETWEEN 1 AND 100),
    CONSTRAINT analyst_queues_releases_not_negative CHECK (releases >= 0),
    CONSTRAINT analyst_queues_score_range CHECK (score_at_routing BETWEEN 0 AND 1000),
    CONSTRAINT analyst_queues_analyst_when_taken CHECK (
        CASE WHEN status IN ('assigned', 'in_progress', 'awaiting_documents', 'awaiting_approval')
             THEN analyst_id IS NOT NULL AND assigned_at IS NOT NULL
             WHEN status = 'pending' THEN analyst_id IS NULL AND assigned_at IS NULL AND started_at IS NULL
             ELSE true END),
    CONSTRAINT analyst_queues_completed_has_time CHECK (status <> 'completed' OR completed_at IS NOT NULL)
);

CREATE UNIQUE INDEX analyst_queues_one_open ON analyst_queues (tenant_id, application_id)
    WHERE status NOT IN ('completed', 'cancelled');
