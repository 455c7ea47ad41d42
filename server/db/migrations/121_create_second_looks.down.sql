DROP TABLE second_looks;
DROP TABLE second_look_draws;
DROP TABLE second_look_seeds;
