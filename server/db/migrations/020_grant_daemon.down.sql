REVOKE EXECUTE ON FUNCTION find_user_for_sign_in(text, text), search_application_ids(uuid, text, integer)
    FROM countersign_daemon;
REVOKE ALL ON SEQUENCE application_numbers FROM countersign_daemon;
REVOKE ALL ON v_daily_decision_summary, v_analyst_performance, v_queue_metrics FROM countersign_daemon;
REVOKE ALL ON tenants, users, applications, analyst_queues, decisions, decision_thresholds, model_registry,
    notifications, loan_outcomes, scoring_results, audit_logs, protected_attributes, jobs, similar_cases
    FROM countersign_daemon;
