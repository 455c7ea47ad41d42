DROP TRIGGER analyst_queues_recusal ON analyst_queues;
DROP FUNCTION refuse_recused_analyst();
DROP TABLE queue_skips;
DROP TABLE queue_recusals;
ALTER TABLE analyst_queues
    DROP COLUMN undo_state,
    DROP COLUMN undo_version,
    DROP COLUMN undo_until,
    DROP COLUMN undo_by,
    DROP COLUMN help_requested_at,
    DROP COLUMN skips;
