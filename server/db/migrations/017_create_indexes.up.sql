CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- Each list leads with the tenant, then what it filters by equality, then its order, then the id that makes the order
-- total. The unique index on (tenant_id, external_id) serves equality and, by COLLATE "C" and a range, prefixes.
CREATE INDEX applications_by_created ON applications (tenant_id, created_at DESC, id DESC);
CREATE INDEX applications_by_status ON applications (tenant_id, status, created_at DESC, id DESC);
CREATE INDEX applications_by_amount ON applications (tenant_id, amount_minor, id);
CREATE INDEX applications_by_score ON applications (tenant_id, score, id) WHERE score IS NOT NULL;
-- Intake appends to the pending list; a vacuum or 16 MB of it sort it in (docs/adr/0004 has the figures).
CREATE INDEX applications_search ON applications USING gin (tenant_id, search_text gin_trgm_ops)
    WITH (fastupdate = on, gin_pending_list_limit = 16384);
CREATE INDEX applications_expiring ON applications (tenant_id, expires_at) WHERE status IN ('review', 'awaiting_documents');

CREATE INDEX scoring_results_by_application ON scoring_results (tenant_id, application_id, scored_at DESC);

CREATE INDEX analyst_queues_next ON analyst_queues (tenant_id, flagged DESC, priority, sla_deadline, created_at, id)
    WHERE status NOT IN ('completed', 'cancelled');
CREATE INDEX analyst_queues_by_status ON analyst_queues
    (tenant_id, status, flagged DESC, priority, sla_deadline, created_at, id) WHERE status NOT IN ('completed', 'cancelled');
CREATE INDEX analyst_queues_by_analyst ON analyst_queues
    (tenant_id, analyst_id, flagged DESC, priority, sla_deadline, created_at, id) WHERE status NOT IN ('completed', 'cancelled');
CREATE INDEX analyst_queues_by_deadline ON analyst_queues (tenant_id, sla_deadline, id)
    WHERE status NOT IN ('completed', 'cancelled');
CREATE INDEX analyst_queues_by_application ON analyst_queues (tenant_id, application_id, created_at DESC);

CREATE INDEX decisions_by_application ON decisions (tenant_id, application_id, decided_at DESC, id DESC);
CREATE INDEX decisions_by_time ON decisions (tenant_id, decided_at DESC, id DESC);
CREATE INDEX decisions_by_person ON decisions (tenant_id, decided_by, decided_at DESC) WHERE decided_by IS NOT NULL;
CREATE INDEX decisions_waiting ON decisions (tenant_id, decided_at, id) WHERE status = 'pending_approval';
CREATE INDEX decisions_by_queue ON decisions (tenant_id, queue_id) WHERE queue_id IS NOT NULL;

CREATE INDEX users_by_email ON users (email);
CREATE INDEX audit_logs_by_time ON audit_logs (tenant_id, occurred_at DESC, id DESC);
CREATE INDEX audit_logs_by_entity ON audit_logs (tenant_id, entity_type, entity_id, occurred_at DESC);
CREATE INDEX audit_logs_by_actor ON audit_logs (tenant_id, actor_id, occurred_at DESC) WHERE actor_id IS NOT NULL;
CREATE INDEX model_registry_by_stage ON model_registry (tenant_id, stage, created_at DESC);
CREATE INDEX similar_cases_by_similar ON similar_cases (tenant_id, similar_application_id);
CREATE INDEX notifications_by_user ON notifications (tenant_id, user_id, created_at DESC, id DESC);
CREATE INDEX notifications_unread ON notifications (tenant_id, user_id, created_at DESC) WHERE read_at IS NULL;
CREATE INDEX loan_outcomes_by_time ON loan_outcomes (tenant_id, observed_at DESC);
