DROP TABLE protected_attributes;
DROP SEQUENCE application_numbers;
DROP TABLE applications;
