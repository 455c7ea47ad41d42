-- The second signature. approval_deadline says that one is needed, and by when; without it the decision stands alone.
ALTER TABLE decisions
    ADD COLUMN override_kind        text COLLATE "C", -- of overrides made before this column: unknown
    ADD COLUMN approval_deadline    timestamptz,
    ADD COLUMN override_rejected_by uuid,
    ADD COLUMN override_rejected_at timestamptz;

-- Waiting decisions of all tenants; for this statement the owner is not bound by the policies.
ALTER TABLE decisions NO FORCE ROW LEVEL SECURITY;
UPDATE decisions SET approval_deadline = decided_at + interval '4 hours' WHERE status <> 'final';
ALTER TABLE decisions FORCE ROW LEVEL SECURITY;

ALTER TABLE decisions
    DROP CONSTRAINT decisions_status_known,
    ADD CONSTRAINT decisions_status_known CHECK (status IN ('final', 'pending_approval', 'rejected', 'withdrawn')),
    ADD CONSTRAINT decisions_override_kind_known CHECK (override_kind IN ('outside_band', 'inside_band')),
    ADD CONSTRAINT decisions_override_kind_fits CHECK (override_flag OR override_kind IS NULL),
    ADD CONSTRAINT decisions_override_rejected_by_fkey FOREIGN KEY (tenant_id, override_rejected_by)
        REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
    ADD CONSTRAINT decisions_four_eyes_rejected CHECK (override_rejected_by IS NULL OR override_rejected_by <> decided_by),
    ADD CONSTRAINT decisions_rejection_has_time CHECK ((override_rejected_by IS NULL) = (override_rejected_at IS NULL)),
    ADD CONSTRAINT decisions_rejected_by_somebody CHECK ((status = 'rejected') = (override_rejected_by IS NOT NULL)),
    ADD CONSTRAINT decisions_unsigned_has_deadline CHECK (status = 'final' OR approval_deadline IS NOT NULL),
    ADD CONSTRAINT decisions_unsigned_not_final CHECK (
        status <> 'final' OR approval_deadline IS NULL OR override_approved_by IS NOT NULL);

GRANT UPDATE (override_rejected_by, override_rejected_at) ON decisions TO countersign_daemon;

-- For triggers whose condition says what must not be; the trigger's name is the constraint's.
CREATE FUNCTION refuse_by_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME,
        MESSAGE = 'violates check constraint "' || TG_NAME || '"';
END $$;

-- The second signature comes after the first one, and what has been settled stays as it is.
CREATE TRIGGER decisions_signed_later AFTER INSERT ON decisions FOR EACH ROW
    WHEN (NEW.override_approved_by IS NOT NULL OR NEW.status NOT IN ('final', 'pending_approval'))
    EXECUTE FUNCTION refuse_by_name();
CREATE TRIGGER decisions_settled_once AFTER UPDATE ON decisions FOR EACH ROW
    WHEN (OLD.status <> 'pending_approval'
          AND (NEW.status, NEW.override_approved_by, NEW.override_approved_at, NEW.override_rejected_by,
               NEW.override_rejected_at, NEW.override_comment)
              IS DISTINCT FROM (OLD.status, OLD.override_approved_by, OLD.override_approved_at, OLD.override_rejected_by,
                                OLD.override_rejected_at, OLD.override_comment))
    EXECUTE FUNCTION refuse_by_name();

-- As in 013; an application whose waiting decision was withdrawn is cancelled.
CREATE OR REPLACE FUNCTION sync_application_status() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    v_tenant text := current_setting('app.tenant_id', true);
    v_wanted text := CASE NEW.status WHEN 'final' THEN NEW.outcome WHEN 'pending_approval' THEN 'pending_approval'
                                     WHEN 'withdrawn' THEN 'cancelled' ELSE 'review' END;
    v_from   text[] := CASE WHEN NEW.status IN ('rejected', 'withdrawn') THEN ARRAY['pending_approval']
                            ELSE ARRAY['scoring', 'review', 'awaiting_documents', 'pending_approval'] END;
BEGIN
    -- One transaction may serve several tenants one after the other; the policy needs the one of this row.
    PERFORM set_config('app.tenant_id', NEW.tenant_id::text, true);
    UPDATE applications SET status = v_wanted, version = version + 1, updated_at = NEW.updated_at
     WHERE tenant_id = NEW.tenant_id AND id = NEW.application_id AND status = ANY (v_from) AND status <> v_wanted
       AND NOT EXISTS (SELECT 1 FROM decisions newer
                        WHERE newer.tenant_id = NEW.tenant_id AND newer.application_id = NEW.application_id
                          AND newer.id <> NEW.id AND newer.status IN ('final', 'pending_approval')
                          AND NEW.status <> 'final');
    PERFORM set_config('app.tenant_id', coalesce(v_tenant, ''), true);
    RETURN NULL;
END $$;
