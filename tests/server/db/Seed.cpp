#include "tests/server/db/Seed.h"

#include "tests/support/SqlConsole.h"

namespace countersign::seed {

namespace {

const QString kTenants = QStringLiteral(R"(
INSERT INTO tenants (id, slug, name, currency, created_at, updated_at)
VALUES ('%1', 'alpha', 'Alpha', 'RSD', '2026-11-01Z', '2026-11-01Z'), ('%2', 'beta', 'Beta', 'EUR', '2026-11-01Z', '2026-11-01Z');
INSERT INTO users (tenant_id, id, email, name, role, created_at, updated_at)
SELECT t.id, u.id::uuid, u.email, u.name, u.role, '2026-11-01Z', '2026-11-01Z'
  FROM tenants t,
       (VALUES ('%3', 'ana@alpha.example', 'Ana', 'analyst'), ('%4', 'senka@alpha.example', 'Senka', 'senior_analyst')) AS u (id, email, name, role);
)");

const QString kRows = QStringLiteral(R"(
CREATE TEMP TABLE made AS
SELECT t.id AS tenant_id, n, md5(t.id::text || n)::uuid AS id, timestamptz '2026-11-24Z' - n * interval '3 minutes' AS at,
       CASE n % 4 WHEN 0 THEN 'review' WHEN 1 THEN 'approved' WHEN 2 THEN 'declined' ELSE 'pending' END AS status
  FROM tenants t, generate_series(1, %1) AS n WHERE t.slug = 'alpha' OR n <= %1 / 10;

INSERT INTO persons (tenant_id, id, national_id_hash, wrapped_key, key_number, created_at)
SELECT tenant_id, id, decode(md5(id::text), 'hex'), 'x', 1, at FROM made;

INSERT INTO person_lookups (tenant_id, hash, person_id) SELECT tenant_id, decode(md5('mail' || id), 'hex'), id FROM made;

INSERT INTO applications (tenant_id, id, external_id, status, source, applicant_data, financial_data, amount_minor, currency,
                          term_months, purpose, person_id, sealed_name, sealed_person, search_text, score, risk_category, expires_at, created_at, updated_at)
SELECT tenant_id, id, 'APP-' || lpad(n::text, 6, '0'), status, 'api', '{}', '{}', (n * 7919 % 100000 + 1) * 100, 'RSD', 24, 'car',
       id, 'x', 'x', 'person ' || n, CASE WHEN status <> 'pending' THEN n * 31 % 1001 END,
       CASE WHEN status <> 'pending' THEN 'medium' END, at + interval '30 days', at, at FROM made;

INSERT INTO scoring_results (tenant_id, id, application_id, score, margin_bits, probability_default, risk_category, route, route_reason,
                             route_reasons, recommendation, model_bundle, feature_set_version, policy_version, features, scored_at)
SELECT tenant_id, id, id, n * 31 % 1001, 0, 0.1, 'medium', 'human_review', 'borderline_score', '{borderline_score}', 'approve',
       'bundle', 'applicant-1', 1, '{}', at FROM made WHERE status <> 'pending';

INSERT INTO analyst_queues (tenant_id, id, application_id, status, analyst_id, assigned_at, priority, routing_reason, sla_warn_at, sla_deadline,
                            completed_at, created_at, updated_at)
SELECT tenant_id, id, id, CASE WHEN n % 1000 = 0 THEN 'assigned' WHEN n % 40 = 0 THEN 'pending' ELSE 'completed' END,
       CASE WHEN n % 1000 = 0 THEN uuid '%2' END, CASE WHEN n % 1000 = 0 THEN at END, n % 100 + 1, 'borderline_score',
       at + interval '6 hours', at + interval '8 hours', CASE WHEN n % 40 <> 0 THEN at END, at, at FROM made WHERE status = 'review';

INSERT INTO decisions (tenant_id, id, application_id, decision_type, outcome, status, currency, model_score, decided_at, created_at, updated_at)
SELECT tenant_id, id, id, CASE status WHEN 'approved' THEN 'auto_approve' ELSE 'auto_decline' END, status, 'final', 'RSD',
       n * 31 % 1001, at, at, at FROM made WHERE status IN ('approved', 'declined');

INSERT INTO second_looks (tenant_id, id, application_id, decision_id, reason, decided_by, created_at)
SELECT tenant_id, id, id, id, 'sample', '%2', at FROM made WHERE status IN ('approved', 'declined');

INSERT INTO application_deadlines (tenant_id, application_id, kind, rule_pack, rule_version, started_at, due_on, due_at, next_step_at, state)
SELECT tenant_id, id, 'decision_notice', 'us-regb', 1, at, (at + interval '30 days')::date, at + interval '31 days', at + interval '24 days',
       'running' FROM made WHERE status = 'review';

INSERT INTO audit_logs (tenant_id, id, entity_type, entity_id, action, actor_type, occurred_at)
SELECT tenant_id, id, 'application', id, CASE WHEN n % 1000 = 0 THEN 'refused' ELSE 'received' END, 'system', at FROM made;

INSERT INTO audit_chain (tenant_id, sequence, entry_id, hash) SELECT tenant_id, n, id, sha256(id::text::bytea) FROM made;

INSERT INTO jobs (id, tenant_id, queue, kind, state, run_at, created_at, finished_at)
SELECT gen_random_uuid(), tenant_id, 'scoring', 'score_application', CASE WHEN n % 50 = 0 THEN 'ready' ELSE 'done' END, at, at,
       CASE WHEN n % 50 <> 0 THEN at END FROM made;

INSERT INTO api_keys (id, tenant_id, name, prefix, secret_hash, scopes, created_by, created_at)
SELECT gen_random_uuid(), tenant_id, 'shop', 'csk_', sha256(n::text::bytea || tenant_id::text::bytea), '{decision:view}', id, at FROM made;
INSERT INTO sessions (id, tenant_id, user_id, token_hash, family_key, created_at, rotated_at, expires_at, ended_at)
SELECT gen_random_uuid(), tenant_id, CASE WHEN n % 50 = 0 THEN uuid '%2' ELSE id END, decode(repeat('00', 32), 'hex'),
       decode(repeat('00', 32), 'hex'), at, at, at + interval '12 hours', CASE WHEN n % 10 <> 0 THEN at END FROM made;

INSERT INTO session_clients (tenant_id, session_id, address, user_agent)
SELECT tenant_id, id, '192.0.2.1', 'workbench' FROM sessions;

DROP TABLE made;
)");

} // namespace

void fill(SqlConsole &superuser, int rows)
{
    // The analyst limit is not under test here.
    superuser.run(QStringLiteral("SET session_replication_role = replica"));
    superuser.run(kTenants.arg(kTenant, kOtherTenant, kAnalyst, kSenior));
    superuser.run(QString(kRows).arg(rows).arg(kAnalyst));
    superuser.run(QStringLiteral("SET session_replication_role = origin"));
    superuser.run(QStringLiteral("VACUUM ANALYZE"));
}

QString insertApplication(const QString &tenant, const QString &id, const QString &externalId)
{
    return QStringLiteral(
               "WITH p AS (INSERT INTO persons (tenant_id, id, national_id_hash, wrapped_key, key_number, created_at) "
               "VALUES ('%1', '%2', decode(md5('%2'), 'hex'), 'x', 1, '2026-11-24Z')) "
               "INSERT INTO applications (tenant_id, id, external_id, source, applicant_data, financial_data, amount_minor, currency, "
               "term_months, purpose, person_id, sealed_name, sealed_person, expires_at, created_at, updated_at) VALUES ('%1', '%2', '%3', 'api', '{}', "
               "'{}', 100000, 'RSD', 24, 'car', '%2', 'x', 'x', '2026-12-24Z', '2026-11-24Z', '2026-11-24Z')")
        .arg(tenant, id, externalId);
}

} // namespace countersign::seed
