-- Numbers for applications that come without an external id. One for all tenants: a counter row for each would make
-- their commits wait in line. Gaps mean nothing.
CREATE SEQUENCE application_numbers;
GRANT USAGE ON SEQUENCE application_numbers TO countersign_daemon;
