DROP TABLE decision_thresholds;
