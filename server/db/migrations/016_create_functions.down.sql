DROP FUNCTION sync_application_status(uuid, uuid);
DROP FUNCTION may_move_application(text, text);
DROP FUNCTION get_active_threshold(uuid);
DROP FUNCTION calculate_queue_priority(boolean, bigint, interval, integer);
