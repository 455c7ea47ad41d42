-- Every index leads with the tenant and ends in the id, so that a page begins where the cursor points. Only leakproof
-- operators (bigint, integer, text equality, uuid, timestamptz) can use an index under row-level security.
CREATE INDEX applications_by_time ON applications (tenant_id, created_at DESC, id DESC);
CREATE INDEX applications_by_status ON applications (tenant_id, status, created_at DESC, id DESC);
CREATE INDEX applications_by_amount ON applications (tenant_id, amount_minor DESC, id DESC);
CREATE INDEX applications_by_score ON applications (tenant_id, score DESC, id DESC) WHERE score IS NOT NULL;
CREATE INDEX applications_by_expiry ON applications (tenant_id, expires_at) WHERE status IN ('review', 'awaiting_documents');

CREATE INDEX scoring_results_by_application ON scoring_results (tenant_id, application_id, scored_at DESC);
CREATE INDEX scoring_results_by_time ON scoring_results (tenant_id, scored_at DESC);

CREATE UNIQUE INDEX analyst_queues_one_open ON analyst_queues (tenant_id, application_id)
    WHERE status NOT IN ('completed', 'cancelled');
CREATE INDEX analyst_queues_open ON analyst_queues (tenant_id, sla_deadline, id)
    WHERE status NOT IN ('completed', 'cancelled');
CREATE INDEX analyst_queues_by_analyst ON analyst_queues (tenant_id, analyst_id, status)
    WHERE status NOT IN ('completed', 'cancelled');
CREATE INDEX analyst_queues_by_application ON analyst_queues (tenant_id, application_id, created_at DESC);

CREATE INDEX decisions_by_application ON decisions (tenant_id, application_id, decided_at DESC);
CREATE INDEX decisions_by_time ON decisions (tenant_id, decided_at DESC, id DESC);
CREATE INDEX decisions_by_analyst ON decisions (tenant_id, decided_by, decided_at DESC) WHERE decided_by IS NOT NULL;
CREATE INDEX decisions_waiting ON decisions (tenant_id, decided_at) WHERE status = 'pending_approval';

CREATE INDEX audit_logs_by_entity ON audit_logs (tenant_id, entity_type, entity_id, created_at DESC);
CREATE INDEX audit_logs_by_time ON audit_logs (tenant_id, created_at DESC, id DESC);
CREATE INDEX audit_logs_by_user ON audit_logs (tenant_id, user_id, created_at DESC) WHERE user_id IS NOT NULL;

CREATE INDEX similar_cases_by_rank ON similar_cases (tenant_id, application_id, rank);
CREATE INDEX notifications_by_user ON notifications (tenant_id, user_id, created_at DESC);
CREATE INDEX notifications_unread ON notifications (tenant_id, user_id) WHERE read_at IS NULL;
CREATE INDEX loan_outcomes_by_application ON loan_outcomes (tenant_id, application_id, months_on_book DESC);

-- Names are searched inside search_application_ids() only. A pending list takes the cost of the trigrams off the intake.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE INDEX applications_by_name ON applications USING gin (tenant_id, search_text gin_trgm_ops)
    WITH (fastupdate = on, gin_pending_list_limit = 4096);
