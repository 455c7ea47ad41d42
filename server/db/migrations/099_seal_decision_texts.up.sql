-- What people write into a decision, and later about it, may say who the applicant is, so it is sealed with the key of that
-- person: reasoning, justification and the descriptions of conditions together, the second person's comment and the notes on
-- conditions each alone. What an earlier version stored readable cannot be sealed here, as in 077; the decisions stay, without
-- these texts. Lengths are checked before the sealing; here only that something was sealed.
ALTER TABLE decisions
    ADD COLUMN sealed_texts bytea,
    ADD COLUMN sealed_comment bytea;
ALTER TABLE decision_conditions ADD COLUMN sealed_note bytea;

-- Decisions and conditions of all tenants; for these statements the owner is not bound by the policies.
ALTER TABLE decisions NO FORCE ROW LEVEL SECURITY;
ALTER TABLE decision_conditions NO FORCE ROW LEVEL SECURITY;
UPDATE decisions
SET sealed_texts = CASE WHEN decided_by IS NOT NULL THEN ''::bytea END,
    sealed_comment = CASE WHEN override_comment IS NOT NULL THEN ''::bytea END,
    conditions = coalesce((SELECT jsonb_agg(c - 'description') FROM jsonb_array_elements(conditions) AS c), '[]');
UPDATE decision_conditions SET sealed_note = '' WHERE note IS NOT NULL;
ALTER TABLE decisions FORCE ROW LEVEL SECURITY;
ALTER TABLE decision_conditions FORCE ROW LEVEL SECURITY;

DROP TRIGGER decisions_settled_once ON decisions;
ALTER TABLE decisions
    DROP CONSTRAINT decisions_reasoning_length,
    DROP CONSTRAINT decisions_override_whole,
    DROP COLUMN reasoning,
    DROP COLUMN override_justification,
    DROP COLUMN override_comment,
    ADD CONSTRAINT decisions_texts_sealed CHECK (
        CASE WHEN decided_by IS NULL THEN sealed_texts IS NULL
             ELSE sealed_texts IS NOT NULL
                  AND (sealed_texts = '' OR octet_length(sealed_texts) >= CASE WHEN override_flag THEN 115 ELSE 65 END) END),
    ADD CONSTRAINT decisions_comment_sealed CHECK (sealed_comment = '' OR octet_length(sealed_comment) > 45),
    ADD CONSTRAINT decisions_override_whole CHECK (
        CASE WHEN override_flag
             THEN override_direction IS NOT NULL AND override_reason IS NOT NULL
             ELSE override_direction IS NULL AND override_approved_by IS NULL AND status = 'final' END);
ALTER TABLE decision_conditions
    DROP COLUMN description,
    DROP COLUMN note,
    ADD CONSTRAINT decision_conditions_note_sealed CHECK (sealed_note = '' OR octet_length(sealed_note) > 45);

GRANT UPDATE (sealed_comment) ON decisions TO countersign_daemon;
GRANT UPDATE (sealed_note) ON decision_conditions TO countersign_daemon;

-- As in 080.
CREATE TRIGGER decisions_settled_once AFTER UPDATE ON decisions FOR EACH ROW
    WHEN (OLD.status <> 'pending_approval'
          AND (NEW.status, NEW.override_approved_by, NEW.override_approved_at, NEW.override_rejected_by,
               NEW.override_rejected_at, NEW.sealed_comment)
              IS DISTINCT FROM (OLD.status, OLD.override_approved_by, OLD.override_approved_at, OLD.override_rejected_by,
                                OLD.override_rejected_at, OLD.sealed_comment))
    EXECUTE FUNCTION refuse_by_name();
