REVOKE ALL ON ALL TABLES IN SCHEMA public FROM countersign_daemon;
REVOKE USAGE ON SCHEMA public FROM countersign_daemon;
