CREATE OR REPLACE FUNCTION sync_application_status() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    v_tenant text := current_setting('app.tenant_id', true);
    v_wanted text := CASE NEW.status WHEN 'final' THEN NEW.outcome WHEN 'pending_approval' THEN 'pending_approval' ELSE 'review' END;
    v_from   text[] := CASE NEW.status WHEN 'rejected' THEN ARRAY['pending_approval']
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

DROP TRIGGER decisions_settled_once ON decisions;
DROP TRIGGER decisions_signed_later ON decisions;
DROP FUNCTION refuse_by_name();

ALTER TABLE decisions
    DROP CONSTRAINT decisions_unsigned_not_final,
    DROP CONSTRAINT decisions_unsigned_has_deadline,
    DROP CONSTRAINT decisions_rejected_by_somebody,
    DROP CONSTRAINT decisions_rejection_has_time,
    DROP CONSTRAINT decisions_four_eyes_rejected,
    DROP CONSTRAINT decisions_override_rejected_by_fkey,
    DROP CONSTRAINT decisions_override_kind_fits,
    DROP CONSTRAINT decisions_override_kind_known,
    DROP CONSTRAINT decisions_status_known;

-- There was no word for a withdrawal. A change of the status is checked at commit, which an altered table cannot wait for.
ALTER TABLE decisions NO FORCE ROW LEVEL SECURITY;
ALTER TABLE decisions DISABLE TRIGGER decisions_sync_application_status;
UPDATE decisions SET status = 'rejected' WHERE status = 'withdrawn';
ALTER TABLE decisions ENABLE TRIGGER decisions_sync_application_status;
ALTER TABLE decisions FORCE ROW LEVEL SECURITY;

ALTER TABLE decisions
    ADD CONSTRAINT decisions_status_known CHECK (status IN ('final', 'pending_approval', 'rejected')),
    DROP COLUMN override_rejected_at,
    DROP COLUMN override_rejected_by,
    DROP COLUMN approval_deadline,
    DROP COLUMN override_kind;
