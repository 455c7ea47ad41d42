CREATE TABLE similar_cases (
    tenant_id      uuid NOT NULL,
    application_id uuid NOT NULL,
    similar_id     uuid NOT NULL,
    rank           integer NOT NULL CHECK (rank > 0),
    likeness       double precision NOT NULL CHECK (likeness BETWEEN 0 AND 1),
    created_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, application_id, similar_id),
    FOREIGN KEY (tenant_id, application_id) REFERENCES applications (tenant_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (tenant_id, similar_id) REFERENCES applications (tenant_id, id) ON DELETE RESTRICT,
    CHECK (similar_id <> application_id)
);
