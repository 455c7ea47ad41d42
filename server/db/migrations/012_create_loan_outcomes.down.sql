DROP TABLE loan_outcomes;
