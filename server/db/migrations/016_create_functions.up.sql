-- The same table as core/queue/Priority.cpp; a test compares both on 10,000 cases. Amount in hundredths of a unit.
CREATE FUNCTION calculate_queue_priority(p_flagged boolean, p_amount_hundredths bigint, p_sla_left interval,
                                         p_releases integer) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT least(100, greatest(1,
        CASE WHEN p_flagged THEN 10 ELSE 50 END
        + CASE WHEN p_amount_hundredths > 500000000 THEN -15
               WHEN p_amount_hundredths > 200000000 THEN -10
               WHEN p_amount_hundredths > 100000000 THEN -5 ELSE 0 END
        + CASE WHEN p_sla_left < interval '2 hours' THEN -20
               WHEN p_sla_left < interval '4 hours' THEN -10
               WHEN p_sla_left < interval '8 hours' THEN -5 ELSE 0 END
        + 5 * p_releases))
$$;

-- The policy in force; no row when the tenant has none.
CREATE FUNCTION get_active_threshold(p_tenant_id uuid) RETURNS SETOF decision_thresholds
LANGUAGE sql STABLE AS $$
    SELECT * FROM decision_thresholds WHERE tenant_id = p_tenant_id AND state = 'active'
$$;

-- The same table as core/application/ApplicationStatus.cpp.
CREATE FUNCTION may_move_application(p_from text, p_to text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (p_from, p_to) IN (
        ('pending', 'scoring'), ('pending', 'cancelled'),
        ('scoring', 'review'), ('scoring', 'approved'), ('scoring', 'declined'),
        ('review', 'awaiting_documents'), ('review', 'pending_approval'), ('review', 'approved'),
        ('review', 'declined'), ('review', 'cancelled'), ('review', 'expired'),
        ('awaiting_documents', 'review'), ('awaiting_documents', 'cancelled'), ('awaiting_documents', 'expired'),
        ('pending_approval', 'approved'), ('pending_approval', 'declined'), ('pending_approval', 'review'),
        ('pending_approval', 'cancelled'))
$$;

-- For operators: what decisions, queue and score say the status must be. Moves the application there when that is an
-- allowed move and answers the status it has afterwards. In a sound database it changes nothing.
CREATE FUNCTION sync_application_status(p_tenant_id uuid, p_application_id uuid) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    v_status text;
    v_wanted text;
BEGIN
    SELECT a.status INTO v_status FROM applications a
        WHERE a.tenant_id = p_tenant_id AND a.id = p_application_id FOR UPDATE;
    IF v_status IS NULL OR v_status IN ('cancelled', 'expired') THEN
        RETURN v_status;
    END IF;
    SELECT CASE d.status WHEN 'pending_approval' THEN 'pending_approval' ELSE d.outcome END INTO v_wanted
        FROM decisions d WHERE d.tenant_id = p_tenant_id AND d.application_id = p_application_id
            AND d.status IN ('final', 'pending_approval');
    IF v_wanted IS NULL THEN
        SELECT CASE q.status WHEN 'awaiting_documents' THEN 'awaiting_documents' ELSE 'review' END INTO v_wanted
            FROM analyst_queues q WHERE q.tenant_id = p_tenant_id AND q.application_id = p_application_id
                AND q.status NOT IN ('completed', 'cancelled');
    END IF;
    IF v_wanted IS NOT NULL AND v_wanted <> v_status AND may_move_application(v_status, v_wanted) THEN
        UPDATE applications SET status = v_wanted, version = version + 1
            WHERE tenant_id = p_tenant_id AND id = p_application_id;
        RETURN v_wanted;
    END IF;
    RETURN v_status;
END $$;
