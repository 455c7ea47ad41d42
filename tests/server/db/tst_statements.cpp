#include "server/db/Sql.h"
#include "tests/server/db/Seed.h"
#include "tests/support/SqlConsole.h"
#include "tests/support/TestDatabase.h"

#include <QTest>

#include <memory>

using namespace countersign;

namespace {

/// Statements that PostgreSQL does not plan, so that there is nothing to explain.
constexpr std::array kUnplanned{"session/begin", "session/commit", "session/rollback", "migration/create_table",
                                "cluster/create_roles", "cluster/create_database", "cluster/hand_over_schema", "revocation/hear",
                                "privacy/wait_for_writers"};

struct IndexCase {
    const char *statement;
    std::map<const char *, const char *> values; ///< by parameter, as SQL; all others are NULL
    const char *index;
    const char *reads; ///< a part of the plan that must be there
};

/// Every list and search statement belongs here with each way it is used.
const std::array kIndexCases{
    IndexCase{"application/list_by_created_at_desc", {{"limit", "20"}, {"offset", "0"}}, "applications_by_created", "Index Scan"},
    IndexCase{"application/list_by_created_at_asc", {{"limit", "20"}, {"offset", "0"}}, "applications_by_created", "Index Scan"},
    IndexCase{"application/list_by_created_at_desc",
              {{"limit", "20"}, {"offset", "0"}, {"status", "'review'"}},
              "applications_by_status",
              "Index Scan"},
    IndexCase{"application/list_by_created_at_desc",
              {{"limit", "20"}, {"offset", "0"}, {"from_date", "'2026-11-01T00:00:00Z'"}, {"to_date", "'2026-11-02T00:00:00Z'"}},
              "applications_by_created",
              "Index Cond: ((tenant_id"},
    IndexCase{"application/list_by_created_at_desc",
              {{"limit", "20"}, {"offset", "0"}, {"after_id", "'00000000-0000-7000-8000-000000000001'"}, {"after_key", "'2026-11-05T00:00:00Z'"}},
              "applications_by_created",
              "ROW(created_at, id) < ROW("},
    IndexCase{"application/list_by_amount_desc", {{"limit", "20"}, {"offset", "0"}}, "applications_by_amount", "Index Scan Backward"},
    IndexCase{"application/list_by_amount_asc", {{"limit", "20"}, {"offset", "0"}}, "applications_by_amount", "Index Scan"},
    IndexCase{"application/list_by_score_desc", {{"limit", "20"}, {"offset", "0"}}, "applications_by_score", "Index Scan Backward"},
    IndexCase{"application/list_by_score_asc", {{"limit", "20"}, {"offset", "0"}}, "applications_by_score", "Index Scan"},
    IndexCase{"application/list_by_amount_desc",
              {{"limit", "20"}, {"offset", "0"}, {"amount_min", "5000000"}, {"amount_max", "5100000"}},
              "applications_by_amount", "amount_minor >= "},
    IndexCase{"application/list_by_score_desc",
              {{"limit", "20"}, {"offset", "0"}, {"score_min", "700"}, {"score_max", "710"}},
              "applications_by_score", "score >= "},
    IndexCase{"application/list_by_created_at_desc",
              {{"limit", "20"}, {"offset", "0"}, {"ids", "'{00000000-0000-7000-8000-000000000001,00000000-0000-7000-8000-000000000002}'"}},
              "applications_pkey", "id = ANY"},
    IndexCase{"application/list_statuses_by_created_at_desc",
              {{"limit", "20"}, {"offset", "0"}, {"statuses", "'{review,pending}'"}},
              "applications_by_status", "Index Scan"},
    IndexCase{"application/list_statuses_by_created_at_asc",
              {{"limit", "20"}, {"offset", "0"}, {"statuses", "'{review,pending}'"}, {"after_id", "'00000000-0000-7000-8000-000000000001'"},
               {"after_key", "'2026-11-05T00:00:00Z'"}},
              "applications_by_status", "ROW(created_at, id) > ROW("},
    IndexCase{"application/count",
              {{"cap", "10001"}, {"scored_only", "false"}, {"statuses", "'{approved,review}'"}}, "applications_by_status", "Index"},
    IndexCase{"application/of_same_person", {{"id", "'00000000-0000-7000-8000-000000000001'"}, {"limit", "100"}}, "applications_by_person", "Index"},
    IndexCase{"application/due_to_expire",
              {{"now", "'2026-11-24T00:00:00Z'"}, {"told_before", "'2026-11-21T00:00:00Z'"}, {"limit", "500"}},
              "applications_expiring", "Index Scan"},
    IndexCase{"application/tell_expiry",
              {{"now", "'2026-11-24T00:00:00Z'"}, {"until", "'2026-11-27T00:00:00Z'"}, {"limit", "500"}},
              "applications_expiring", "Index Scan"},
    IndexCase{"document/list", {{"application_id", "'00000000-0000-7000-8000-000000000001'"}}, "documents_by_application", "Index Scan"},
    IndexCase{"document/list_requests", {{"application_id", "'00000000-0000-7000-8000-000000000001'"}}, "document_requests_by_application", "Index Scan"},
    IndexCase{"document/overdue", {{"now", "'2026-11-24T00:00:00Z'"}, {"limit", "500"}}, "document_requests_due", "Index"},
    IndexCase{"note/list", {{"application_id", "'00000000-0000-7000-8000-000000000001'"}, {"limit", "200"}}, "application_notes_by_application", "Index Scan"},
    IndexCase{"application/count", {{"cap", "10001"}, {"scored_only", "false"}, {"status", "'approved'"}}, "applications_by_status", "Index"},
    IndexCase{"application/find_by_external_prefix",
              {{"prefix", "'APP-00012'"}, {"prefix_end", "'APP-00013'"}, {"limit", "100"}},
              "applications_external_id_unique",
              "external_id >= "},
    IndexCase{"application/find_by_external_ids", {{"external_ids", "'{APP-000123}'"}}, "applications_external_id_unique", "external_id = ANY"},
    IndexCase{"application/detail", {{"id", "'00000000-0000-7000-8000-000000000001'"}}, "applications_pkey", "Index Scan"},
    IndexCase{"application/find_by_hashes", {{"national_id_hash", "'\\x00'"}, {"limit", "100"}}, "persons_national_id_unique", "national_id_hash = "},
    IndexCase{"application/find_by_hashes", {{"contact_hash", "'\\x00'"}, {"limit", "100"}}, "person_lookups_pkey", "applications_by_person"},
    IndexCase{"queue/list", {{"limit", "20"}, {"offset", "0"}, {"now", "'2026-11-24T00:00:00Z'"}, {"direction", "1"}, {"unassigned", "false"}},
              "analyst_queues_", "Index"},
    IndexCase{"queue/list",
              {{"limit", "20"}, {"offset", "0"}, {"now", "'2026-11-24T00:00:00Z'"}, {"direction", "1"}, {"unassigned", "false"},
               {"analyst_id", "'00000000-0000-7000-8000-00000000aaa1'"}},
              "analyst_queues_by_analyst", "Index"},
    IndexCase{"queue/summary", {{"now", "'2026-11-24T00:00:00Z'"}}, "analyst_queues_", "Index"},
    IndexCase{"queue/count",
              {{"cap", "10001"}, {"now", "'2026-11-24T00:00:00Z'"}, {"unassigned", "false"}, {"status", "'pending'"}},
              "analyst_queues_", "Index"},
    IndexCase{"queue/count",
              {{"cap", "10001"}, {"now", "'2026-11-24T00:00:00Z'"}, {"unassigned", "false"}, {"analyst_id", "'00000000-0000-7000-8000-00000000aaa1'"}},
              "analyst_queues_by_analyst", "Index"},
    IndexCase{"queue/count",
              {{"cap", "10001"}, {"now", "'2026-11-24T00:00:00Z'"}, {"unassigned", "false"}, {"breached_by", "'2026-11-24T00:00:00Z'"}},
              "analyst_queues_", "Index"},
    IndexCase{"queue/next",
              {{"user_id", "'00000000-0000-7000-8000-00000000aaa1'"}, {"now", "'2026-11-24T00:00:00Z'"}, {"skipped_since", "'2026-11-23T12:00:00Z'"}},
              "analyst_queues_", "Index"},
    IndexCase{"queue/warn_due", {{"now", "'2026-11-24T00:00:00Z'"}, {"limit", "500"}}, "analyst_queues_to_", "Index"},
    IndexCase{"queue/breach_due", {{"now", "'2026-11-24T00:00:00Z'"}, {"limit", "500"}}, "analyst_queues_to_breach", "Index"},
    IndexCase{"queue/sla_open", {{"now", "'2026-11-24T00:00:00Z'"}}, "analyst_queues_", "Index"},
    IndexCase{"queue/sla_completed",
              {{"from_date", "'2026-11-23T00:00:00Z'"}, {"to_date", "'2026-11-24T00:00:00Z'"}},
              "analyst_queues_completed", "Index"},
    IndexCase{"decision/list_of_application", {{"application_id", "'00000000-0000-7000-8000-000000000001'"}}, "decisions_by_application", "Index Scan"},
    IndexCase{"decision/list", {{"limit", "20"}, {"offset", "0"}}, "decisions_by_time", "Index Scan"},
    IndexCase{"decision/list",
              {{"limit", "20"}, {"offset", "0"}, {"after_id", "'00000000-0000-7000-8000-000000000001'"}, {"after_key", "'2026-11-05T00:00:00Z'"}},
              "decisions_by_time",
              "ROW(decided_at, id) < ROW("},
    IndexCase{"decision/list_waiting", {{"limit", "20"}, {"offset", "0"}}, "decisions_waiting", "Index Scan"},
    IndexCase{"decision/list_waiting",
              {{"limit", "20"}, {"offset", "0"}, {"after_id", "'00000000-0000-7000-8000-000000000001'"}, {"after_key", "'2026-11-05T00:00:00Z'"}},
              "decisions_waiting",
              "ROW(decided_at, id) > ROW("},
    IndexCase{"decision/overdue", {{"now", "'2026-11-24T00:00:00Z'"}, {"limit", "500"}}, "decisions_overdue", "Index"},
    IndexCase{"second_look/list", {{"limit", "20"}, {"offset", "0"}}, "second_looks_open", "Index Scan"},
    IndexCase{"second_look/list", {{"limit", "20"}, {"offset", "0"}, {"state", "'disagreed'"}}, "second_looks_by_state", "Index"},
    IndexCase{"second_look/list",
              {{"limit", "20"}, {"offset", "0"}, {"after_id", "'00000000-0000-7000-8000-000000000001'"}, {"after_key", "'2026-11-05T00:00:00Z'"}},
              "second_looks_open",
              "ROW(created_at, id) > ROW("},
    IndexCase{"second_look/next", {{"user_id", "'00000000-0000-7000-8000-00000000aaa2'"}}, "second_looks_", "audit_logs_by_"},
    IndexCase{"queue/lock_priorities_due", {{"now", "'2026-11-24T00:00:00Z'"}, {"limit", "500"}}, "analyst_queues_to_prioritise", "Index"},
    IndexCase{"deadline/lock_due", {{"now", "'2026-11-01T00:00:00Z'"}, {"limit", "500"}}, "application_deadlines_to_tell", "Index"},
    IndexCase{"deadline/of_applications",
              {{"application_ids", "'{00000000-0000-7000-8000-000000000001}'"}},
              "application_deadlines_pkey", "Index"},
    IndexCase{"scoring/latest", {{"application_id", "'00000000-0000-7000-8000-000000000001'"}}, "scoring_results_by_application", "Index Scan"},
    IndexCase{"audit/timeline", {{"application_id", "'00000000-0000-7000-8000-000000000001'"}}, "audit_logs_by_entity", "Index Scan"},
    IndexCase{"api_key/list", {{"limit", "20"}, {"offset", "0"}}, "api_keys_by_tenant", "Index Scan Backward"},
    IndexCase{"sessions/list_of_user",
              {{"user_id", "'00000000-0000-7000-8000-00000000aaa1'"}, {"now", "'2026-11-24T00:00:00Z'"}, {"idle_since", "'2026-11-23T23:30:00Z'"}},
              "sessions_by_user",
              "Index"},
    IndexCase{"audit/unsealed", {{"from", "8000000000"}, {"to", "9000000000"}, {"limit", "5000"}}, "audit_logs_by_transaction", "Index Scan"},
    IndexCase{"audit/list", {{"limit", "20"}, {"offset", "0"}}, "audit_logs_by_time", "Index Scan"},
    IndexCase{"audit/list", {{"limit", "20"}, {"offset", "0"}, {"action", "'received'"}}, "audit_logs_by_time", "Index Scan"},
    IndexCase{"audit/list", {{"limit", "20"}, {"offset", "0"}, {"action", "'refused'"}}, "audit_logs_by_action", "Index Scan"},
    IndexCase{"audit/list",
              {{"limit", "20"}, {"offset", "0"}, {"entity_type", "'application'"}, {"entity_id", "'00000000-0000-7000-8000-000000000001'"}},
              "audit_logs_by_entity",
              "Index Scan"},
    IndexCase{"audit/list", {{"limit", "20"}, {"offset", "0"}, {"actor_id", "'00000000-0000-7000-8000-00000000aaa1'"}}, "audit_logs_by_actor", "Index Scan"},
    IndexCase{"audit/list",
              {{"limit", "20"}, {"offset", "0"}, {"after_id", "'00000000-0000-7000-8000-000000000001'"}, {"after_key", "'2026-11-05T00:00:00Z'"}},
              "audit_logs_by_time",
              "ROW(occurred_at, id) < ROW("},
    IndexCase{"audit/count", {{"cap", "10001"}, {"action", "'refused'"}}, "audit_logs_by_action", "Index"},
    IndexCase{"audit/seal_head", {}, "audit_chain_pkey", "Index"},
    IndexCase{"audit/chain_hashes", {{"after", "1"}, {"limit", "5000"}}, "audit_chain_pkey", "Index Scan"},
    IndexCase{"audit/chain_page", {{"after", "1"}, {"limit", "5000"}}, "audit_chain_pkey", "Index Scan"},
    IndexCase{"user/list", {{"limit", "20"}, {"offset", "0"}}, "users_email_unique", "Index Scan"},
    IndexCase{"user/list",
              {{"limit", "20"}, {"offset", "0"}, {"role", "'analyst'"}, {"is_active", "true"}, {"after_id", "'00000000-0000-7000-8000-00000000aaa1'"}},
              "users_email_unique",
              "email > "},
    IndexCase{"policy/list", {{"limit", "20"}, {"offset", "0"}}, "decision_thresholds_version_unique", "Index Scan Backward"},
    IndexCase{"policy/past_cases",
              {{"limit", "20000"}, {"from", "'2026-01-01T00:00:00Z'"}, {"to", "'2026-12-01T00:00:00Z'"}, {"before_id", "'00000000-0000-7000-8000-000000000009'"}},
              "scoring_results_pkey",
              "Index Scan Backward"},
    IndexCase{"notification/list", {{"limit", "20"}, {"offset", "0"}, {"user_id", "'00000000-0000-7000-8000-00000000aaa1'"}, {"kinds", "'{sla_warning}'"}}, "notifications_by_user", "Index Scan"},
    IndexCase{"notification/list",
              {{"limit", "20"}, {"offset", "0"}, {"user_id", "'00000000-0000-7000-8000-00000000aaa1'"}, {"kinds", "'{sla_warning}'"},
               {"after_id", "'00000000-0000-7000-8000-000000000001'"}, {"after_key", "'2026-11-05T00:00:00Z'"}},
              "notifications_by_user",
              "ROW(created_at, id) < ROW("},
    IndexCase{"notification/count", {{"cap", "10001"}, {"user_id", "'00000000-0000-7000-8000-00000000aaa1'"}, {"kinds", "'{sla_warning}'"}, {"unread", "true"}}, "notifications_unread", "Index"},
    IndexCase{"webhook_delivery/list", {{"limit", "20"}, {"offset", "0"}, {"webhook_id", "'00000000-0000-7000-8000-000000000001'"}}, "webhook_deliveries_by_webhook", "Index Scan"},
    IndexCase{"tenant/list", {{"limit", "20"}, {"offset", "0"}}, "tenants_slug_unique", "Index Scan"},
    IndexCase{"job/list", {{"state", "'dead'"}, {"limit", "20"}, {"offset", "0"}}, "jobs_shown", "Index Scan"},
    IndexCase{"job/claim", {{"queue", "'scoring'"}, {"now", "'2026-11-24T00:00:00Z'"}, {"limit", "16"}}, "jobs_claim", "Index Scan"},
    IndexCase{"job/rescue", {{"now", "'2026-11-24T00:00:00Z'"}}, "jobs_", "Index"},
    IndexCase{"queue/waiting_near_deadline", {{"now", "'2026-11-24T00:00:00Z'"}, {"limit", "100"}}, "analyst_queues_", "Index"},
    IndexCase{"job/claim_batch",
              {{"queue", "'scoring'"}, {"kind", "'score_application'"}, {"now", "'2026-11-24T00:00:00Z'"}, {"limit", "32"}},
              "jobs_claim",
              "Index Scan"},
};

QString prepareText(const sql::Statement &statement)
{
    return QStringLiteral("PREPARE probe AS ") + QString::fromUtf8(statement.text);
}

QString executeText(const sql::Statement &statement, const std::map<const char *, const char *> &values)
{
    QStringList arguments;
    for (const QByteArray &parameter : statement.parameters) {
        const auto given = std::find_if(values.begin(), values.end(), [&](const auto &row) { return parameter == row.first; });
        arguments.append(parameter == "tenant_id" ? QLatin1Char('\'') + seed::kTenant + QLatin1Char('\'')
                         : given == values.end() ? QStringLiteral("NULL")
                                                 : QString::fromUtf8(given->second));
    }
    return arguments.isEmpty() ? QStringLiteral("EXPLAIN EXECUTE probe")
                               : QStringLiteral("EXPLAIN EXECUTE probe(%1)").arg(arguments.join(QStringLiteral(", ")));
}

} // namespace

class TestStatements : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyStatementPreparesAndIsAllowed_data();
    void everyStatementPreparesAndIsAllowed();
    void everyListUsesItsIndex_data();
    void everyListUsesItsIndex();
    void everyListIsInTheTable();
    void nameSearchUsesTheTrigramIndex();

private:
    void fillPeople();
    void fillPapers();

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<SqlConsole> m_daemon;
    std::unique_ptr<SqlConsole> m_owner;
    std::unique_ptr<SqlConsole> m_superuser;
};

void TestStatements::initTestCase()
{
    m_database = std::make_unique<TestDatabase>();
    m_superuser = std::make_unique<SqlConsole>(m_database->superuserSettings());
    m_owner = std::make_unique<SqlConsole>(m_database->ownerSettings());
    m_daemon = std::make_unique<SqlConsole>(m_database->daemonSettings());
    seed::fill(*m_superuser, 20'000);
    fillPeople();
    fillPapers();
    m_daemon->run(QStringLiteral("SELECT set_config('app.tenant_id', '%1', false)").arg(seed::kTenant));
    m_daemon->run(QStringLiteral("SET plan_cache_mode = force_custom_plan"));
}

/// Enough users, tenants and policies for an index to be worth reading.
void TestStatements::fillPeople()
{
    m_superuser->run(QStringLiteral("INSERT INTO tenants (id, slug, name, currency, created_at, updated_at) SELECT gen_random_uuid(), 'bank-' || n, "
                                    "'Bank', 'EUR', '2026-11-01Z', '2026-11-01Z' FROM generate_series(1, 1000) AS n"));
    m_superuser->run(QStringLiteral("INSERT INTO users (tenant_id, id, email, name, role, created_at, updated_at) SELECT t.id, gen_random_uuid(), "
                                    "'person' || n || '@' || t.slug || '.example', 'Person ' || n, 'analyst', '2026-11-01Z', '2026-11-01Z' "
                                    "FROM tenants t, generate_series(1, CASE t.slug WHEN 'alpha' THEN 1000 ELSE 5 END) AS n"));
    m_superuser->run(QStringLiteral("INSERT INTO decision_thresholds (tenant_id, id, version, auto_decline_max, recommendation_cutoff, auto_approve_min, "
                                    "max_loan_amount_auto_minor, max_term_months_auto, indicative_rate, sla_hours, band_override_approval, created_by, "
                                    "created_at, updated_at) SELECT t.id, gen_random_uuid(), 1000 + n, 480, 600, 720, 1, 84, 12, 8, 'all', 'system', "
                                    "'2026-11-01Z', '2026-11-01Z' FROM tenants t, generate_series(1, CASE t.slug WHEN 'alpha' THEN 500 ELSE 1 END) AS n"));
    m_superuser->run(QStringLiteral("INSERT INTO notifications (tenant_id, id, user_id, kind, subject_type, subject_id, read_at, created_at, updated_at) "
                                    "SELECT u.tenant_id, gen_random_uuid(), u.id, 'sla_warning', 'application', gen_random_uuid(), "
                                    "CASE WHEN n % 50 > 0 THEN '2026-11-20Z'::timestamptz END, '2026-11-01Z'::timestamptz + n * interval '1 minute', '2026-11-01Z' "
                                    "FROM (SELECT tenant_id, id FROM users ORDER BY id LIMIT 20) AS u, generate_series(1, 500) AS n"));
    m_superuser->run(QStringLiteral("INSERT INTO webhooks (tenant_id, id, url, events, created_by, created_at) SELECT u.tenant_id, u.id, 'https://bank.example/', "
                                    "'{sla_breached}', u.id, '2026-11-01Z' FROM users u ORDER BY u.id LIMIT 20"));
    m_superuser->run(QStringLiteral("INSERT INTO webhook_deliveries (tenant_id, id, webhook_id, event, body, created_at) SELECT w.tenant_id, gen_random_uuid(), w.id, "
                                    "'sla_breached', '{}', '2026-11-01Z'::timestamptz + n * interval '1 minute' FROM webhooks w, generate_series(1, 500) AS n"));
    m_superuser->run(QStringLiteral("ANALYZE users, tenants, decision_thresholds, notifications, webhooks, webhook_deliveries"));
}

/// Documents, what was asked for, and notes of every case in the queue.
void TestStatements::fillPapers()
{
    m_superuser->run(QStringLiteral("INSERT INTO document_requests (tenant_id, id, application_id, queue_id, due_date, due_at, requested_by, requested_at, "
                                    "closed_at, outcome) SELECT tenant_id, id, application_id, id, created_at::date, created_at + interval '9 days', '%1', created_at, "
                                    "created_at + interval '1 day', 'received' FROM analyst_queues").arg(seed::kAnalyst));
    m_superuser->run(QStringLiteral("INSERT INTO documents (tenant_id, id, application_id, kind, media_type, size_bytes, sealed_about, sealed_content, scan, "
                                    "uploaded_by, uploaded_at) SELECT tenant_id, id, application_id, 'identity', 'image/png', 1, '', '', 'not_scanned', '%1', created_at "
                                    "FROM analyst_queues").arg(seed::kAnalyst));
    m_superuser->run(QStringLiteral("INSERT INTO application_notes (tenant_id, id, application_id, author_id, sealed_text, created_at) "
                                    "SELECT tenant_id, id, application_id, '%1', '', created_at FROM analyst_queues").arg(seed::kAnalyst));
    m_superuser->run(QStringLiteral("ANALYZE document_requests, documents, application_notes"));
}

void TestStatements::everyStatementPreparesAndIsAllowed_data()
{
    QTest::addColumn<QByteArray>("name");
    QVERIFY(!sql::statements().empty());
    for (const sql::EmbeddedText &row : sql::statements())
        QTest::newRow(row.name) << QByteArray(row.name);
}

/// Preparing finds every wrong name and type; explaining checks the rights of the role that runs it.
void TestStatements::everyStatementPreparesAndIsAllowed()
{
    QFETCH(QByteArray, name);
    if (std::find_if(kUnplanned.begin(), kUnplanned.end(), [&](const char *row) { return name == row; }) != kUnplanned.end())
        return;
    SqlConsole &role = name.startsWith("migration/") ? *m_owner : name.startsWith("cluster/") ? *m_superuser : *m_daemon;
    const sql::Statement &statement = sql::statement(name.constData());
    role.run(QStringLiteral("DEALLOCATE ALL"));
    QCOMPARE(role.failureOf(prepareText(statement)), QString());
    QCOMPARE(role.failureOf(executeText(statement, {})), QString());
}

void TestStatements::everyListUsesItsIndex_data()
{
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < kIndexCases.size(); ++i)
        QTest::addRow("%s #%d", kIndexCases[i].statement, int(i)) << int(i);
}

void TestStatements::everyListUsesItsIndex()
{
    QFETCH(int, number);
    const IndexCase &row = kIndexCases[std::size_t(number)];
    const sql::Statement &statement = sql::statement(row.statement);
    m_daemon->run(QStringLiteral("DEALLOCATE ALL"));
    m_daemon->run(prepareText(statement));
    const QString plan = m_daemon->text(executeText(statement, row.values));
    QVERIFY2(plan.contains(QLatin1String(row.index)), qPrintable(plan));
    QVERIFY2(plan.contains(QLatin1String(row.reads)), qPrintable(plan));
    for (const char *table :
         {"applications", "analyst_queues", "decisions", "scoring_results", "audit_logs", "audit_chain", "jobs", "users", "tenants", "persons", "notifications", "webhook_deliveries"})
        QVERIFY2(!plan.contains(QStringLiteral("Seq Scan on %1").arg(QLatin1String(table))), qPrintable(plan));
}

void TestStatements::everyListIsInTheTable()
{
    for (const sql::EmbeddedText &row : sql::statements()) {
        const QByteArray name(row.name);
        if (!name.contains("/list") || name.startsWith("migration/"))
            continue;
        const bool known = std::any_of(kIndexCases.begin(), kIndexCases.end(), [&](const IndexCase &one) { return name == one.statement; });
        QVERIFY2(known, row.name);
    }
}

/// A function hides its plan, so this counts how often the index was read.
void TestStatements::nameSearchUsesTheTrigramIndex()
{
    m_daemon->run(QStringLiteral("BEGIN"));
    const auto found = m_daemon->column(QStringLiteral("SELECT * FROM search_applications('%1', 'person 123', 50)").arg(seed::kTenant));
    QCOMPARE(found.size(), 50);
    const auto scans = [&](const char *index) {
        return m_daemon->value(QStringLiteral("SELECT pg_stat_get_xact_numscans('%1'::regclass)").arg(QLatin1String(index))).toInt();
    };
    QCOMPARE(scans("applications_search"), 1);
    QCOMPARE(scans("applications"), 0);
    m_daemon->run(QStringLiteral("ROLLBACK"));
}

QTEST_GUILESS_MAIN(TestStatements)
#include "tst_statements.moc"
