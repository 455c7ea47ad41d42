-- Only the keys outside could write the texts back, so they stay away.
DROP TRIGGER decisions_settled_once ON decisions;
ALTER TABLE decisions
    DROP CONSTRAINT decisions_override_whole,
    DROP CONSTRAINT decisions_comment_sealed,
    DROP CONSTRAINT decisions_texts_sealed,
    ADD COLUMN reasoning text,
    ADD COLUMN override_justification text,
    ADD COLUMN override_comment text;
ALTER TABLE decision_conditions
    DROP CONSTRAINT decision_conditions_note_sealed,
    ADD COLUMN description text NOT NULL DEFAULT '(sealed)',
    ADD COLUMN note text;
ALTER TABLE decision_conditions ALTER COLUMN description DROP DEFAULT;

ALTER TABLE decisions NO FORCE ROW LEVEL SECURITY;
ALTER TABLE decision_conditions NO FORCE ROW LEVEL SECURITY;
UPDATE decisions
SET reasoning = CASE WHEN decided_by IS NOT NULL THEN rpad('(sealed)', 20) END,
    override_justification = CASE WHEN override_flag THEN rpad('(sealed)', 50) END,
    override_comment = CASE WHEN sealed_comment IS NOT NULL THEN '(sealed)' END,
    conditions = coalesce((SELECT jsonb_agg(jsonb_build_object('description', '(sealed)') || c)
                           FROM jsonb_array_elements(conditions) AS c), '[]');
UPDATE decision_conditions SET note = '(sealed)' WHERE sealed_note IS NOT NULL;
ALTER TABLE decisions FORCE ROW LEVEL SECURITY;
ALTER TABLE decision_conditions FORCE ROW LEVEL SECURITY;

ALTER TABLE decisions
    DROP COLUMN sealed_texts,
    DROP COLUMN sealed_comment,
    ADD CONSTRAINT decisions_reasoning_length CHECK (decided_by IS NULL OR char_length(coalesce(reasoning, '')) >= 20),
    ADD CONSTRAINT decisions_override_whole CHECK (
        CASE WHEN override_flag
             THEN override_direction IS NOT NULL AND override_reason IS NOT NULL
                  AND char_length(coalesce(override_justification, '')) >= 50
             ELSE override_direction IS NULL AND override_approved_by IS NULL AND status = 'final' END);
ALTER TABLE decision_conditions DROP COLUMN sealed_note;
GRANT UPDATE (override_comment) ON decisions TO countersign_daemon;
GRANT UPDATE (note) ON decision_conditions TO countersign_daemon;

-- As in 080.
CREATE TRIGGER decisions_settled_once AFTER UPDATE ON decisions FOR EACH ROW
    WHEN (OLD.status <> 'pending_approval'
          AND (NEW.status, NEW.override_approved_by, NEW.override_approved_at, NEW.override_rejected_by,
               NEW.override_rejected_at, NEW.override_comment)
              IS DISTINCT FROM (OLD.status, OLD.override_approved_by, OLD.override_approved_at, OLD.override_rejected_by,
                                OLD.override_rejected_at, OLD.override_comment))
    EXECUTE FUNCTION refuse_by_name();
