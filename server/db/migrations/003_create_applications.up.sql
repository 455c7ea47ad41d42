-- Money is in minor units of `currency`. What is searched or sorted is a column of a leakproof type; the rest is jsonb.
CREATE TABLE applications (
    tenant_id               uuid NOT NULL REFERENCES tenants (id) ON DELETE RESTRICT,
    id                      uuid NOT NULL,
    external_id             text NOT NULL CHECK (length(external_id) BETWEEN 1 AND 100),
    status                  text NOT NULL DEFAULT 'pending'
                            CHECK (status IN ('pending', 'scoring', 'review', 'awaiting_documents', 'pending_approval',
                                              'approved', 'declined', 'cancelled', 'expired')),
    source                  text NOT NULL CHECK (source IN ('web', 'branch', 'partner', 'import', 'api')),
    priority_customer       boolean NOT NULL DEFAULT false,
    applicant_name          text NOT NULL,
    search_text             text NOT NULL DEFAULT '',
    applicant_data          jsonb NOT NULL,
    financial_data          jsonb NOT NULL,
    credit_bureau_data      jsonb,
    metadata                jsonb,
    amount_minor            bigint NOT NULL CHECK (amount_minor > 0),
    currency                text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    term_months             integer NOT NULL CHECK (term_months BETWEEN 1 AND 480),
    purpose                 text NOT NULL CHECK (purpose IN ('car', 'consumer_goods', 'home_improvement',
                                                             'debt_consolidation', 'education', 'medical', 'travel',
                                                             'business', 'other')),
    purchase_price_minor    bigint CHECK (purchase_price_minor > 0),
    interest_rate           double precision CHECK (interest_rate BETWEEN 0 AND 100),
    dti_ratio               double precision,
    loan_to_income          double precision,
    payment_to_income       double precision,
    estimated_payment_minor bigint,
    score                   integer CHECK (score BETWEEN 0 AND 1000),
    risk_category           text CHECK (risk_category IN ('very_low', 'low', 'medium', 'high', 'very_high')),
    expires_at              timestamptz NOT NULL,
    created_by              uuid,
    version                 integer NOT NULL DEFAULT 1,
    created_at              timestamptz NOT NULL,
    updated_at              timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, external_id),
    FOREIGN KEY (tenant_id, created_by) REFERENCES users (tenant_id, id) ON DELETE RESTRICT
);

-- Numbers for applications that come without one. Not one per tenant: a counter row would make commits wait in line.
CREATE SEQUENCE application_numbers;

-- Kept apart: no rule, model or analyst reads them.
CREATE TABLE protected_attributes (
    tenant_id      uuid NOT NULL,
    application_id uuid NOT NULL,
    marital_status text,
    sex            text,
    PRIMARY KEY (tenant_id, application_id),
    FOREIGN KEY (tenant_id, application_id) REFERENCES applications (tenant_id, id) ON DELETE RESTRICT
);
