DROP TABLE decision_thresholds;
DROP FUNCTION check_bootstrap_policy();
