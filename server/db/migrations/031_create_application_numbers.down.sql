DROP SEQUENCE application_numbers;
