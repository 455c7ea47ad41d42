CREATE TRIGGER tenants_updated_at BEFORE UPDATE ON tenants
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE TRIGGER users_updated_at BEFORE UPDATE ON users
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE TRIGGER applications_updated_at BEFORE UPDATE ON applications
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE TRIGGER analyst_queues_updated_at BEFORE UPDATE ON analyst_queues
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE TRIGGER decisions_updated_at BEFORE UPDATE ON decisions
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE TRIGGER decision_thresholds_updated_at BEFORE UPDATE ON decision_thresholds
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE TRIGGER model_registry_updated_at BEFORE UPDATE ON model_registry
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE TRIGGER notifications_updated_at BEFORE UPDATE ON notifications
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE TRIGGER loan_outcomes_updated_at BEFORE UPDATE ON loan_outcomes
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

CREATE CONSTRAINT TRIGGER decisions_sync_application_status AFTER INSERT OR UPDATE OF status ON decisions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_application_status();

CREATE TRIGGER analyst_queues_workload_on_insert BEFORE INSERT ON analyst_queues
    FOR EACH ROW WHEN (NEW.status = 'assigned') EXECUTE FUNCTION check_analyst_workload();
CREATE TRIGGER analyst_queues_workload_on_update BEFORE UPDATE ON analyst_queues
    FOR EACH ROW WHEN (NEW.status IN ('assigned', 'in_progress')
                       AND (OLD.status = 'pending' OR OLD.analyst_id IS DISTINCT FROM NEW.analyst_id))
    EXECUTE FUNCTION check_analyst_workload();

CREATE TRIGGER audit_logs_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_logs
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
