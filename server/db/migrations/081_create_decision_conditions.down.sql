DROP TABLE decision_conditions;
