DROP VIEW v_queue_metrics;
DROP VIEW v_analyst_performance;
DROP VIEW v_daily_decision_summary;
