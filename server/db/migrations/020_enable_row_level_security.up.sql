-- The second lock: a row is visible and may be written only when it belongs to the tenant that the transaction is set to.
-- The sub-select is evaluated once per statement. FORCE binds the owner as well.
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON users TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

ALTER TABLE applications ENABLE ROW LEVEL SECURITY;
ALTER TABLE applications FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON applications TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

ALTER TABLE scoring_results ENABLE ROW LEVEL SECURITY;
ALTER TABLE scoring_results FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON scoring_results TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

ALTER TABLE analyst_queues ENABLE ROW LEVEL SECURITY;
ALTER TABLE analyst_queues FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON analyst_queues TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

ALTER TABLE decisions ENABLE ROW LEVEL SECURITY;
ALTER TABLE decisions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON decisions TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

ALTER TABLE decision_thresholds ENABLE ROW LEVEL SECURITY;
ALTER TABLE decision_thresholds FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON decision_thresholds TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

ALTER TABLE audit_logs ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_logs FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON audit_logs TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

ALTER TABLE model_registry ENABLE ROW LEVEL SECURITY;
ALTER TABLE model_registry FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON model_registry TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

ALTER TABLE similar_cases ENABLE ROW LEVEL SECURITY;
ALTER TABLE similar_cases FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON similar_cases TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

ALTER TABLE notifications ENABLE ROW LEVEL SECURITY;
ALTER TABLE notifications FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON notifications TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

ALTER TABLE loan_outcomes ENABLE ROW LEVEL SECURITY;
ALTER TABLE loan_outcomes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON loan_outcomes TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

ALTER TABLE protected_attributes ENABLE ROW LEVEL SECURITY;
ALTER TABLE protected_attributes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON protected_attributes TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

-- For the two functions of 019 alone.
CREATE POLICY lookup ON users FOR SELECT TO countersign_lookup USING (true);
CREATE POLICY lookup ON applications FOR SELECT TO countersign_lookup USING (true);
