-- Exactly what the daemon does. It owns nothing, so it can neither lift a policy nor rewrite the record.
GRANT SELECT, INSERT, UPDATE ON tenants, users, applications, analyst_queues, decisions, decision_thresholds,
    model_registry, notifications, loan_outcomes TO countersign_daemon;
GRANT SELECT, INSERT ON scoring_results, audit_logs TO countersign_daemon;
GRANT INSERT ON protected_attributes TO countersign_daemon;
GRANT SELECT, INSERT, UPDATE, DELETE ON jobs, similar_cases TO countersign_daemon;
GRANT SELECT ON v_daily_decision_summary, v_analyst_performance, v_queue_metrics TO countersign_daemon;
GRANT USAGE ON SEQUENCE application_numbers TO countersign_daemon;
GRANT EXECUTE ON FUNCTION find_user_for_sign_in(text, text), search_application_ids(uuid, text, integer)
    TO countersign_daemon;
