DROP INDEX applications_by_name, loan_outcomes_by_application, notifications_unread, notifications_by_user,
    similar_cases_by_rank, audit_logs_by_user, audit_logs_by_time, audit_logs_by_entity, decisions_waiting,
    decisions_by_analyst, decisions_by_time, decisions_by_application, analyst_queues_by_application,
    analyst_queues_by_analyst, analyst_queues_open, analyst_queues_one_open, scoring_results_by_time,
    scoring_results_by_application, applications_by_expiry, applications_by_score, applications_by_amount,
    applications_by_status, applications_by_time;
DROP EXTENSION btree_gin;
DROP EXTENSION pg_trgm;
