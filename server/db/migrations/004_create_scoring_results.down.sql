DROP TABLE scoring_results;
