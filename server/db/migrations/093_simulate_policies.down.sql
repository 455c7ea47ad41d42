DROP TRIGGER decision_thresholds_immutable ON decision_thresholds;
DROP FUNCTION refuse_policy_change();
ALTER TABLE decision_thresholds DROP CONSTRAINT decision_thresholds_simulated;
ALTER TABLE decision_thresholds DROP COLUMN simulation;
ALTER TABLE decision_thresholds DROP COLUMN reason;
