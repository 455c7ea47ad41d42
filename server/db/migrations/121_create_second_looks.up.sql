-- What decides the lot of a tenant, for good: with it every draw can be made again.
CREATE TABLE second_look_seeds (
    tenant_id  uuid NOT NULL,
    seed       bytea NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT second_look_seeds_pkey PRIMARY KEY (tenant_id),
    CONSTRAINT second_look_seeds_length CHECK (octet_length(seed) = 32)
);

-- The draw of every decision that a person made, chosen or not, with the rate of that moment; both per million.
CREATE TABLE second_look_draws (
    tenant_id   uuid NOT NULL,
    decision_id uuid NOT NULL,
    draw        integer NOT NULL,
    rate        integer NOT NULL,
    drawn_at    timestamptz NOT NULL,
    CONSTRAINT second_look_draws_pkey PRIMARY KEY (tenant_id, decision_id),
    CONSTRAINT second_look_draws_decision_fkey FOREIGN KEY (tenant_id, decision_id)
        REFERENCES decisions (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT second_look_draws_range CHECK (draw BETWEEN 0 AND 999999 AND rate BETWEEN 0 AND 1000000)
);

CREATE TABLE second_looks (
    tenant_id         uuid NOT NULL,
    id                uuid NOT NULL,
    application_id    uuid NOT NULL,
    decision_id       uuid NOT NULL,
    reason            text COLLATE "C" NOT NULL,
    state             text COLLATE "C" NOT NULL DEFAULT 'waiting',
    decided_by        uuid NOT NULL, -- the first decision
    signed_by         uuid,
    analyst_id        uuid,
    taken_at          timestamptz,
    outcome           text COLLATE "C",
    sealed_reasoning  bytea,
    decided_at        timestamptz,
    settled_by        uuid,
    settled_outcome   text COLLATE "C",
    sealed_settlement bytea,
    settled_at        timestamptz,
    created_at        timestamptz NOT NULL,
    version           integer NOT NULL DEFAULT 1,
    CONSTRAINT second_looks_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT second_looks_decision_unique UNIQUE (tenant_id, decision_id),
    CONSTRAINT second_looks_application_fkey FOREIGN KEY (tenant_id, application_id)
        REFERENCES applications (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT second_looks_decision_fkey FOREIGN KEY (tenant_id, decision_id)
        REFERENCES decisions (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT second_looks_analyst_fkey FOREIGN KEY (tenant_id, analyst_id) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT second_looks_settled_by_fkey FOREIGN KEY (tenant_id, settled_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT second_looks_reason_known CHECK (reason IN ('sample', 'low_side_override')),
    CONSTRAINT second_looks_state_known CHECK (state IN ('waiting', 'taken', 'disagreed', 'closed')),
    CONSTRAINT second_looks_outcome_known CHECK (outcome IN ('approved', 'declined') AND settled_outcome IN ('approved', 'declined')),
    CONSTRAINT second_looks_taken_by_somebody CHECK ((state = 'waiting') = (analyst_id IS NULL) AND (analyst_id IS NULL) = (taken_at IS NULL)),
    CONSTRAINT second_looks_decided_whole CHECK (
        (state IN ('disagreed', 'closed')) = (outcome IS NOT NULL) AND (outcome IS NULL) = (decided_at IS NULL)
        AND (outcome IS NULL) = (sealed_reasoning IS NULL)),
    CONSTRAINT second_looks_settled_whole CHECK (
        (settled_by IS NULL) = (settled_at IS NULL) AND (settled_by IS NULL) = (settled_outcome IS NULL)
        AND (settled_by IS NULL) = (sealed_settlement IS NULL) AND (settled_by IS NULL OR state = 'closed')),
    -- Nobody judges what he has decided or signed.
    CONSTRAINT second_looks_another_decides CHECK (analyst_id IS NULL OR (analyst_id <> decided_by AND analyst_id IS DISTINCT FROM signed_by)),
    CONSTRAINT second_looks_third_settles CHECK (settled_by IS NULL
        OR (settled_by <> decided_by AND settled_by IS DISTINCT FROM signed_by AND settled_by <> analyst_id))
);
CREATE INDEX second_looks_open ON second_looks (tenant_id, created_at, id) WHERE state <> 'closed';
CREATE INDEX second_looks_by_state ON second_looks (tenant_id, state, created_at, id);
CREATE INDEX second_looks_by_application ON second_looks (tenant_id, application_id);
CREATE INDEX second_looks_decided ON second_looks (tenant_id, decided_at) WHERE decided_at IS NOT NULL;
-- One at a time for each person; and what the lists ask for everybody who reads them.
CREATE UNIQUE INDEX second_looks_one_taken ON second_looks (tenant_id, analyst_id) WHERE state = 'taken';

ALTER TABLE second_look_seeds ENABLE ROW LEVEL SECURITY;
ALTER TABLE second_look_seeds FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON second_look_seeds TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
ALTER TABLE second_look_draws ENABLE ROW LEVEL SECURITY;
ALTER TABLE second_look_draws FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON second_look_draws TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
ALTER TABLE second_looks ENABLE ROW LEVEL SECURITY;
ALTER TABLE second_looks FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON second_looks TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
-- Seeds and draws are never changed.
GRANT SELECT, INSERT ON second_look_seeds, second_look_draws TO countersign_daemon;
GRANT SELECT, INSERT ON second_looks TO countersign_daemon;
GRANT UPDATE (state, analyst_id, taken_at, outcome, sealed_reasoning, decided_at, settled_by, settled_outcome, sealed_settlement,
              settled_at, version) ON second_looks TO countersign_daemon;
