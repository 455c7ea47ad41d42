-- What becomes of the conditions of an approval. decisions.conditions stays what was signed; the rows here are what holds
-- now: a date that was moved, a condition that was met.
CREATE TABLE decision_conditions (
    tenant_id   uuid NOT NULL,
    id          uuid NOT NULL,
    decision_id uuid NOT NULL,
    position    integer NOT NULL,
    type        text COLLATE "C" NOT NULL,
    description text NOT NULL,
    due_date    date,
    status      text COLLATE "C" NOT NULL DEFAULT 'open',
    note        text,
    changed_by  uuid,
    changed_at  timestamptz,
    version     integer NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    CONSTRAINT decision_conditions_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT decision_conditions_position_unique UNIQUE (tenant_id, decision_id, position),
    CONSTRAINT decision_conditions_decision_fkey FOREIGN KEY (tenant_id, decision_id)
        REFERENCES decisions (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT decision_conditions_changed_by_fkey FOREIGN KEY (tenant_id, changed_by)
        REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT decision_conditions_type_known CHECK (type IN
        ('documentation', 'collateral', 'guarantor', 'reduced_amount', 'reduced_term', 'other')),
    CONSTRAINT decision_conditions_status_known CHECK (status IN ('open', 'received', 'satisfied', 'waived', 'failed')),
    CONSTRAINT decision_conditions_change_has_person CHECK (
        (changed_by IS NULL) = (changed_at IS NULL) AND (changed_by IS NOT NULL OR (status = 'open' AND version = 1)))
);

-- Conditions of all tenants; for this statement the owner is not bound by the policies.
ALTER TABLE decisions NO FORCE ROW LEVEL SECURITY;
INSERT INTO decision_conditions (tenant_id, id, decision_id, position, type, description, due_date, created_at, updated_at)
SELECT d.tenant_id, gen_random_uuid(), d.id, c.ordinality - 1, c.value ->> 'type', c.value ->> 'description',
       (c.value ->> 'due_date')::date, d.created_at, d.created_at
FROM decisions d, jsonb_array_elements(d.conditions) WITH ORDINALITY AS c;
ALTER TABLE decisions FORCE ROW LEVEL SECURITY;

ALTER TABLE decision_conditions ENABLE ROW LEVEL SECURITY;
ALTER TABLE decision_conditions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON decision_conditions TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

CREATE TRIGGER decision_conditions_updated_at BEFORE UPDATE ON decision_conditions
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

GRANT SELECT, INSERT, UPDATE (status, due_date, note, changed_by, changed_at, version, updated_at)
    ON decision_conditions TO countersign_daemon;
