-- Why a version was made, what the last simulation said, and rules that nobody changes afterwards.
ALTER TABLE decision_thresholds ADD COLUMN reason text NOT NULL DEFAULT '';
ALTER TABLE decision_thresholds ADD COLUMN simulation jsonb;
ALTER TABLE decision_thresholds ADD CONSTRAINT decision_thresholds_simulated CHECK (
    state = 'draft' OR simulation IS NOT NULL OR created_by = 'system:bootstrap');

CREATE FUNCTION refuse_policy_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_thresholds_immutable',
        MESSAGE = 'violates check constraint "decision_thresholds_immutable"';
END $$;

CREATE TRIGGER decision_thresholds_immutable BEFORE UPDATE ON decision_thresholds
    FOR EACH ROW WHEN (
        (NEW.version, NEW.auto_approve_min, NEW.auto_decline_max, NEW.recommendation_cutoff, NEW.max_loan_amount_auto_minor,
         NEW.max_term_months_auto, NEW.require_review_purposes, NEW.indicative_rate, NEW.sla_hours,
         NEW.band_override_approval, NEW.created_by, NEW.reason)
        IS DISTINCT FROM
        (OLD.version, OLD.auto_approve_min, OLD.auto_decline_max, OLD.recommendation_cutoff, OLD.max_loan_amount_auto_minor,
         OLD.max_term_months_auto, OLD.require_review_purposes, OLD.indicative_rate, OLD.sla_hours,
         OLD.band_override_approval, OLD.created_by, OLD.reason)
        OR OLD.state = 'retired' OR (OLD.state = 'active' AND NEW.state <> 'retired'))
    EXECUTE FUNCTION refuse_policy_change();
