-- What the daemon does, and nothing else: it deletes no business record, alters no decision but its approval and its
-- conditions, and never touches what has been written to the audit log.
GRANT USAGE ON SCHEMA public TO countersign_daemon;
GRANT SELECT, INSERT, UPDATE ON tenants, users, applications, analyst_queues, decision_thresholds, model_registry,
    notifications, loan_outcomes TO countersign_daemon;
GRANT SELECT, INSERT ON scoring_results, audit_logs TO countersign_daemon;
GRANT SELECT, INSERT, UPDATE (status, conditions, override_approved_by, override_approved_at, override_comment, version,
    updated_at) ON decisions TO countersign_daemon;
GRANT SELECT, INSERT, DELETE ON similar_cases TO countersign_daemon;
GRANT INSERT ON protected_attributes TO countersign_daemon;
GRANT SELECT, INSERT, UPDATE, DELETE ON jobs, leader_leases TO countersign_daemon;
GRANT SELECT ON v_daily_decision_summary, v_analyst_performance, v_queue_metrics TO countersign_daemon;
GRANT SELECT ON schema_migrations TO countersign_daemon;
