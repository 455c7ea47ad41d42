#include "core/queue/Priority.h"
#include "tests/server/db/Seed.h"
#include "tests/support/SqlConsole.h"
#include "tests/support/TestDatabase.h"

#include <QTest>

#include <memory>
#include <random>

using namespace countersign;
using namespace std::chrono_literals;

class TestFunctions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void plan_1_1_2_queuePriorityIsTheRuleOfCore();
    void plan_1_1_2_activeThresholdIsTheOneInForce();
    void plan_1_1_2_anApplicationFollowsItsDecision_data();
    void plan_1_1_2_anApplicationFollowsItsDecision();
    void anApplicationFollowsTheSecondSignature_data();
    void anApplicationFollowsTheSecondSignature();
    void theServiceMayMoveTheStatusItself();
    void plan_1_1_2_updatedAtMovesByItself();
    void plan_1_1_2_viewsAddUp();

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<SqlConsole> m_daemon;
};

namespace {
const QString kA = QStringLiteral("00000000-0000-7000-8000-0000000000f1");

QString decision(const QString &values)
{
    return QStringLiteral("INSERT INTO decisions (tenant_id, id, application_id, currency, decided_at, created_at, updated_at, decision_type, "
                          "outcome, status, decided_by, sealed_texts, override_flag, override_direction, override_reason, "
                          "approval_deadline) VALUES ('%1', gen_random_uuid(), '%2', 'RSD', '2026-11-24Z', '2026-11-24Z', '2026-11-24Z', %3, %4)")
        .arg(seed::kTenant, kA, values,
             values.contains(QLatin1String("pending_approval")) ? QStringLiteral("'2026-11-24Z'") : QStringLiteral("NULL"));
}
} // namespace

void TestFunctions::initTestCase()
{
    m_database = std::make_unique<TestDatabase>();
    SqlConsole superuser(m_database->superuserSettings());
    seed::fill(superuser, 0);
    m_daemon = std::make_unique<SqlConsole>(m_database->daemonSettings());
    m_daemon->run(QStringLiteral("SELECT set_config('app.tenant_id', '%1', false)").arg(seed::kTenant));
    m_daemon->run(seed::insertApplication(seed::kTenant, kA, QStringLiteral("A")));
}

void TestFunctions::init()
{
    m_daemon->run(QStringLiteral("BEGIN"));
}

void TestFunctions::cleanup()
{
    m_daemon->run(QStringLiteral("ROLLBACK"));
}

void TestFunctions::plan_1_1_2_queuePriorityIsTheRuleOfCore()
{
    constexpr int kCases = 10'000;
    std::mt19937_64 random(42);
    const std::array<qint64, 4> edges{0, 100'000'000, 200'000'000, 500'000'000};
    const std::array<Duration, 5> limits{0h, 2h, 4h, 8h, -1h};
    QStringList rows;
    QList<int> expected;
    for (int i = 0; i < kCases; ++i) {
        PriorityInputs inputs;
        inputs.flagged = random() % 2 == 0;
        inputs.releases = int(random() % 15);
        // Half of the cases sit on an edge or one step beside it, where a wrong comparison shows.
        const bool edge = random() % 2 == 0;
        inputs.amount = Amount{edge ? edges[random() % edges.size()] + qint64(random() % 3) - 1 : qint64(random() % 700'000'000)};
        inputs.slaLeft = edge ? limits[random() % limits.size()] + Duration(qint64(random() % 3) - 1)
                              : Duration(qint64(random() % 43'200'000'000) - 7'200'000'000);
        expected.append(calculatePriority(inputs).value);
        rows.append(QStringLiteral("(%1, %2, %3, bigint '%4', %5)").arg(i).arg(inputs.flagged ? "true" : "false")
                        .arg(inputs.amount.hundredths).arg(inputs.slaLeft.count()).arg(inputs.releases));
    }
    const auto actual = m_daemon->column(QStringLiteral("SELECT calculate_queue_priority(f, a, s * interval '1 microsecond', r) "
                                                        "FROM (VALUES %1) AS c (n, f, a, s, r) ORDER BY n").arg(rows.join(QLatin1Char(','))));
    QCOMPARE(actual.size(), kCases);
    for (int i = 0; i < kCases; ++i)
        QVERIFY2(actual[i].toInt() == expected[i], qPrintable(QStringLiteral("%1: %2, core says %3").arg(rows[i]).arg(actual[i].toInt()).arg(expected[i])));
}

void TestFunctions::plan_1_1_2_activeThresholdIsTheOneInForce()
{
    const QString active = QStringLiteral("SELECT version FROM get_active_threshold('%1')").arg(seed::kTenant);
    QVERIFY(m_daemon->column(active).isEmpty());
    m_daemon->run(QString("INSERT INTO decision_thresholds (tenant_id, id, version, state, auto_decline_max, recommendation_cutoff, "
                          "auto_approve_min, max_loan_amount_auto_minor, max_term_months_auto, indicative_rate, sla_hours, "
                          "band_override_approval, simulation, created_by, approved_by, approved_at, activated_at, created_at, updated_at) "
                          "SELECT '%1', gen_random_uuid(), v, CASE v WHEN 1 THEN 'retired' WHEN 2 THEN 'active' ELSE 'draft' END, 480, 600, "
                          "720, 200000000, 84, 12, 8, 'low_side', '{}', 'a', 'b', '2026-11-24Z', '2026-11-24Z', '2026-11-24Z', '2026-11-24Z' "
                          "FROM generate_series(1, 3) AS v").arg(seed::kTenant));
    QCOMPARE(m_daemon->column(active), QList<QVariant>{2});
    QVERIFY(m_daemon->column(QStringLiteral("SELECT version FROM get_active_threshold('%1')").arg(seed::kOtherTenant)).isEmpty());
}

void TestFunctions::plan_1_1_2_anApplicationFollowsItsDecision_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("values");
    QTest::addColumn<QString>("after");
    const QString overridden = QStringLiteral("'%1', repeat('r', 115)::bytea, true, 'model_decline_analyst_approve', 'other'").arg(seed::kAnalyst);
    const QString plain = QStringLiteral("'%1', repeat('r', 115)::bytea, false, NULL, NULL").arg(seed::kAnalyst);
    const QString automatic = QStringLiteral("NULL, NULL, false, NULL, NULL");
    QTest::newRow("approved automatically") << "scoring" << "'auto_approve', 'approved', 'final', " + automatic << "approved";
    QTest::newRow("declined automatically") << "scoring" << "'auto_decline', 'declined', 'final', " + automatic << "declined";
    QTest::newRow("approved by a person") << "review" << "'analyst_approve', 'approved', 'final', " + plain << "approved";
    QTest::newRow("declined by a person") << "review" << "'analyst_decline', 'declined', 'final', " + plain << "declined";
    QTest::newRow("waits for the second person") << "review" << "'analyst_approve', 'approved', 'pending_approval', " + overridden << "pending_approval";
    QTest::newRow("cancelled stays cancelled") << "cancelled" << "'auto_approve', 'approved', 'final', " + automatic << "cancelled";
    QTest::newRow("expired stays expired") << "expired" << "'auto_decline', 'declined', 'final', " + automatic << "expired";
}

void TestFunctions::plan_1_1_2_anApplicationFollowsItsDecision()
{
    QFETCH(QString, before);
    QFETCH(QString, values);
    QFETCH(QString, after);
    m_daemon->run(QStringLiteral("UPDATE applications SET status = '%1', expiry_told_at = '2026-11-24Z' WHERE id = '%2'").arg(before, kA));
    m_daemon->run(decision(values));
    m_daemon->run(QStringLiteral("SET CONSTRAINTS ALL IMMEDIATE")); // as COMMIT does
    QCOMPARE(m_daemon->value(QStringLiteral("SELECT status FROM applications WHERE id = '%1'").arg(kA)).toString(), after);
    QCOMPARE(m_daemon->value(QStringLiteral("SELECT current_setting('app.tenant_id')")).toString(), seed::kTenant);
}

void TestFunctions::anApplicationFollowsTheSecondSignature_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("after");
    QTest::newRow("approved") << "status = 'final', override_approved_by = '%1', override_approved_at = '2026-11-24Z'" << "approved";
    QTest::newRow("rejected") << "status = 'rejected', override_rejected_by = '%1', override_rejected_at = '2026-11-24Z'" << "review";
    QTest::newRow("withdrawn") << "status = 'withdrawn', sealed_comment = repeat('%1', 2)::bytea" << "cancelled";
}

void TestFunctions::anApplicationFollowsTheSecondSignature()
{
    QFETCH(QString, change);
    QFETCH(QString, after);
    m_daemon->run(QStringLiteral("UPDATE applications SET status = 'pending_approval' WHERE id = '%1'").arg(kA));
    m_daemon->run(decision(QStringLiteral("'analyst_approve', 'approved', 'pending_approval', '%1', repeat('r', 115)::bytea, true, "
                                          "'model_decline_analyst_approve', 'other'").arg(seed::kAnalyst)));
    m_daemon->run(QStringLiteral("UPDATE decisions SET ") + change.arg(seed::kSenior));
    m_daemon->run(QStringLiteral("SET CONSTRAINTS ALL IMMEDIATE"));
    QCOMPARE(m_daemon->value(QStringLiteral("SELECT status FROM applications WHERE id = '%1'").arg(kA)).toString(), after);
}

void TestFunctions::theServiceMayMoveTheStatusItself()
{
    m_daemon->run(QStringLiteral("UPDATE applications SET status = 'scoring' WHERE id = '%1'").arg(kA));
    m_daemon->run(decision(QStringLiteral("'auto_approve', 'approved', 'final', NULL, NULL, false, NULL, NULL")));
    m_daemon->run(QStringLiteral("UPDATE applications SET status = 'approved', version = version + 1 WHERE id = '%1' AND version = 1").arg(kA));
    m_daemon->run(QStringLiteral("SET CONSTRAINTS ALL IMMEDIATE"));
    QCOMPARE(m_daemon->row(QStringLiteral("SELECT status, version FROM applications WHERE id = '%1'").arg(kA)), (QList<QVariant>{QStringLiteral("approved"), 2}));
}

void TestFunctions::plan_1_1_2_updatedAtMovesByItself()
{
    const auto tables = m_daemon->column(QStringLiteral(
        "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'updated_at' WHERE c.relkind = 'r' "
        "AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgfoid = 'update_updated_at_column'::regproc)"));
    QVERIFY2(tables.isEmpty(), qPrintable(tables.value(0).toString()));
    const QString updatedAt = QStringLiteral("SELECT updated_at::text FROM applications WHERE id = '%1'").arg(kA);
    const QString before = m_daemon->value(updatedAt).toString();
    m_daemon->run(QStringLiteral("UPDATE applications SET source = 'web' WHERE id = '%1'").arg(kA));
    QVERIFY(m_daemon->value(updatedAt).toString() != before);
    m_daemon->run(QStringLiteral("UPDATE applications SET updated_at = '2030-01-01Z' WHERE id = '%1'").arg(kA));
    QVERIFY(m_daemon->value(updatedAt).toString().startsWith(QStringLiteral("2030-01-01")));
}

void TestFunctions::plan_1_1_2_viewsAddUp()
{
    m_daemon->run(decision(QStringLiteral("'analyst_approve', 'approved', 'final', '%1', repeat('r', 115)::bytea, true, 'model_decline_analyst_approve', 'other'").arg(seed::kAnalyst)));
    m_daemon->run(QStringLiteral("UPDATE decisions SET conditions = '[]'"));
    m_daemon->run(QString("INSERT INTO analyst_queues (tenant_id, id, application_id, status, priority, routing_reason, sla_warn_at, sla_deadline, created_at, "
                          "assigned_at, started_at, completed_at, updated_at) VALUES ('%1', gen_random_uuid(), '%2', 'completed', 50, 'long_term', "
                          "'2026-11-24 06:00Z', '2026-11-24 08:00Z', '2026-11-24 00:00Z', '2026-11-24 00:30Z', '2026-11-24 01:00Z', '2026-11-24 02:00Z', '2026-11-24Z')").arg(seed::kTenant, kA));
    QCOMPARE(m_daemon->row(QStringLiteral("SELECT day::text, decision_type, outcome, decisions, overrides FROM v_daily_decision_summary")),
             (QList<QVariant>{QStringLiteral("2026-11-24"), QStringLiteral("analyst_approve"), QStringLiteral("approved"), 1, 1}));
    QCOMPARE(m_daemon->row(QStringLiteral("SELECT analyst_name, decisions, approvals, declines, overrides, approval_rate, override_rate FROM v_analyst_performance")),
             (QList<QVariant>{QStringLiteral("Ana"), 1, 1, 0, 1, 1.0, 1.0}));
    QCOMPARE(m_daemon->row(QStringLiteral("SELECT total_pending, total_completed, sla_compliance_rate, mean_wait_seconds FROM v_queue_metrics")),
             (QList<QVariant>{0, 1, 1.0, 3600.0}));
}

QTEST_GUILESS_MAIN(TestFunctions)
#include "tst_functions.moc"
