-- Documents that a case waits for, and those that came in. What a person wrote, the names of files and the files are sealed
-- with the key of the applicant, and bound to their row and column (077).
CREATE TABLE document_requests (
    tenant_id      uuid NOT NULL,
    id             uuid NOT NULL,
    application_id uuid NOT NULL,
    queue_id       uuid NOT NULL,
    sealed_message bytea,
    due_date       date NOT NULL,
    due_at         timestamptz NOT NULL,
    requested_by   uuid NOT NULL,
    requested_at   timestamptz NOT NULL,
    closed_at      timestamptz,
    outcome        text COLLATE "C",
    CONSTRAINT document_requests_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT document_requests_application_fkey FOREIGN KEY (tenant_id, application_id)
        REFERENCES applications (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT document_requests_queue_fkey FOREIGN KEY (tenant_id, queue_id)
        REFERENCES analyst_queues (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT document_requests_requested_by_fkey FOREIGN KEY (tenant_id, requested_by)
        REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT document_requests_message_sealed CHECK (sealed_message = '' OR octet_length(sealed_message) > 45),
    CONSTRAINT document_requests_due_later CHECK (due_at > requested_at),
    CONSTRAINT document_requests_outcome_known CHECK (outcome IN ('received', 'overdue', 'withdrawn')),
    CONSTRAINT document_requests_closed_has_outcome CHECK ((closed_at IS NULL) = (outcome IS NULL))
);
CREATE UNIQUE INDEX document_requests_one_open ON document_requests (tenant_id, application_id) WHERE closed_at IS NULL;
CREATE INDEX document_requests_by_application ON document_requests (tenant_id, application_id, requested_at DESC, id DESC);
CREATE INDEX document_requests_due ON document_requests (tenant_id, due_at) WHERE closed_at IS NULL;

CREATE TABLE document_items (
    tenant_id          uuid NOT NULL,
    id                 uuid NOT NULL,
    request_id         uuid NOT NULL,
    position           integer NOT NULL,
    kind               text COLLATE "C" NOT NULL,
    sealed_description bytea NOT NULL,
    status             text COLLATE "C" NOT NULL DEFAULT 'requested',
    changed_by         uuid,
    changed_at         timestamptz,
    version            integer NOT NULL DEFAULT 1,
    CONSTRAINT document_items_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT document_items_position_unique UNIQUE (tenant_id, request_id, position),
    CONSTRAINT document_items_request_fkey FOREIGN KEY (tenant_id, request_id)
        REFERENCES document_requests (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT document_items_changed_by_fkey FOREIGN KEY (tenant_id, changed_by)
        REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT document_items_kind_known CHECK (kind IN
        ('identity', 'income_proof', 'bank_statement', 'employment_proof', 'tax_return', 'residence_proof', 'collateral',
         'purchase_contract', 'other')),
    CONSTRAINT document_items_status_known CHECK (status IN ('requested', 'received', 'waived')),
    CONSTRAINT document_items_description_sealed CHECK (sealed_description = '' OR octet_length(sealed_description) > 45),
    CONSTRAINT document_items_change_has_time CHECK (status = 'requested' OR changed_at IS NOT NULL),
    CONSTRAINT document_items_waived_by_person CHECK (status <> 'waived' OR changed_by IS NOT NULL)
);

CREATE TABLE documents (
    tenant_id      uuid NOT NULL,
    id             uuid NOT NULL,
    application_id uuid NOT NULL,
    item_id        uuid,
    kind           text COLLATE "C" NOT NULL,
    media_type     text COLLATE "C" NOT NULL,
    size_bytes     bigint NOT NULL,
    sealed_about   bytea NOT NULL,
    sealed_content bytea NOT NULL,
    scan           text COLLATE "C" NOT NULL,
    scanned_at     timestamptz,
    uploaded_by    uuid NOT NULL,
    uploaded_at    timestamptz NOT NULL,
    CONSTRAINT documents_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT documents_application_fkey FOREIGN KEY (tenant_id, application_id)
        REFERENCES applications (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT documents_item_fkey FOREIGN KEY (tenant_id, item_id)
        REFERENCES document_items (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT documents_uploaded_by_fkey FOREIGN KEY (tenant_id, uploaded_by)
        REFERENCES users (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT documents_kind_known CHECK (kind IN
        ('identity', 'income_proof', 'bank_statement', 'employment_proof', 'tax_return', 'residence_proof', 'collateral',
         'purchase_contract', 'other')),
    CONSTRAINT documents_media_type_known CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png', 'image/tiff')),
    CONSTRAINT documents_size_range CHECK (size_bytes BETWEEN 1 AND 10485760),
    CONSTRAINT documents_about_sealed CHECK (sealed_about = '' OR octet_length(sealed_about) > 45),
    CONSTRAINT documents_content_sealed CHECK (sealed_content = '' OR octet_length(sealed_content) = size_bytes + 45),
    CONSTRAINT documents_scan_known CHECK (scan IN ('not_scanned', 'quarantined', 'clean', 'infected')),
    CONSTRAINT documents_verdict_has_time CHECK ((scanned_at IS NOT NULL) = (scan IN ('clean', 'infected')))
);
-- What is sealed cannot be compressed.
ALTER TABLE documents ALTER COLUMN sealed_content SET STORAGE EXTERNAL;
CREATE INDEX documents_by_application ON documents (tenant_id, application_id, uploaded_at DESC, id DESC);

ALTER TABLE document_requests ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_requests FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON document_requests TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
ALTER TABLE document_items ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_items FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON document_items TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
ALTER TABLE documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE documents FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON documents TO countersign_daemon, countersign_owner
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

GRANT SELECT, INSERT, UPDATE (sealed_message, closed_at, outcome) ON document_requests TO countersign_daemon;
GRANT SELECT, INSERT, UPDATE (sealed_description, status, changed_by, changed_at, version) ON document_items TO countersign_daemon;
GRANT SELECT, INSERT, UPDATE (sealed_about, sealed_content, scan, scanned_at) ON documents TO countersign_daemon;

-- A case that waits for documents says since when its service clock stands still.
ALTER TABLE analyst_queues NO FORCE ROW LEVEL SECURITY;
UPDATE analyst_queues SET sla_paused_at = updated_at WHERE status = 'awaiting_documents' AND sla_paused_at IS NULL;
UPDATE analyst_queues SET sla_paused_at = NULL WHERE status <> 'awaiting_documents' AND sla_paused_at IS NOT NULL;
ALTER TABLE analyst_queues FORCE ROW LEVEL SECURITY;
ALTER TABLE analyst_queues ADD CONSTRAINT analyst_queues_paused_while_waiting
    CHECK (status <> 'awaiting_documents' OR sla_paused_at IS NOT NULL);
