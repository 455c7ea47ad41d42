DROP TABLE leader_leases;
DROP TABLE jobs;
