DROP FUNCTION refuse_change();
DROP FUNCTION check_analyst_workload();
DROP FUNCTION sync_application_status();
DROP FUNCTION get_active_threshold(uuid);
DROP FUNCTION calculate_queue_priority(boolean, bigint, interval, integer);
DROP FUNCTION update_updated_at_column();
