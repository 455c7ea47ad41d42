-- Statements of the daemon give updated_at from its own clock; this is for a change made by hand that forgets it.
CREATE FUNCTION update_updated_at_column() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.updated_at = OLD.updated_at THEN
        NEW.updated_at := greatest(clock_timestamp(), OLD.updated_at);
    END IF;
    RETURN NEW;
END $$;

-- The table of core/queue/Priority.cpp: 1 comes first, 100 last. The amount is in hundredths of a whole unit; SLA left
-- is negative once the deadline has passed.
CREATE FUNCTION calculate_queue_priority(p_flagged boolean, p_amount_hundredths bigint, p_sla_left interval, p_releases integer)
RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT least(100, greatest(1,
        CASE WHEN p_flagged THEN 10 ELSE 50 END
        + CASE WHEN p_amount_hundredths > 500000000 THEN -15
               WHEN p_amount_hundredths > 200000000 THEN -10
               WHEN p_amount_hundredths > 100000000 THEN -5
               ELSE 0 END
        + CASE WHEN p_sla_left < interval '2 hours' THEN -20
               WHEN p_sla_left < interval '4 hours' THEN -10
               WHEN p_sla_left < interval '8 hours' THEN -5
               ELSE 0 END
        + 5 * greatest(p_releases, 0)))
$$;

-- The policy in force: one row, or none before the first activation.
CREATE FUNCTION get_active_threshold(p_tenant_id uuid) RETURNS SETOF decision_thresholds LANGUAGE sql STABLE AS $$
    SELECT * FROM decision_thresholds WHERE tenant_id = p_tenant_id AND state = 'active'
$$;

-- The last line behind the service, which moves the status itself: at commit an application has the status that its
-- newest decision calls for. Changes nothing where the service did its work.
CREATE FUNCTION sync_application_status() RETURNS trigger LANGUAGE plpgsql AS $$
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

-- At most five active cases for one analyst, under races too: whoever assigns holds the analyst's row while counting.
-- What comes back from elsewhere (a rejected override, documents) may exceed it.
CREATE FUNCTION check_analyst_workload() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM users WHERE tenant_id = NEW.tenant_id AND id = NEW.analyst_id FOR NO KEY UPDATE;
    IF (SELECT count(*) FROM analyst_queues
         WHERE tenant_id = NEW.tenant_id AND analyst_id = NEW.analyst_id AND status IN ('assigned', 'in_progress')
           AND id <> NEW.id) >= 5 THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'analyst_queues_workload',
            MESSAGE = 'violates check constraint "analyst_queues_workload"';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_append_only',
        MESSAGE = 'violates check constraint "' || TG_TABLE_NAME || '_append_only"';
END $$;
