DROP TABLE similar_cases;
