// Scoring jobs: each application is scored once, a bad one harms no other, and nothing waits for ever.
#include "ServiceFixture.h"

#include "core/policy/Policy.h"

#include <QtTest>

#include <thread>

using namespace countersign;

class TestScoringService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<ServiceFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init();

    void routesByTheScore_data();
    void routesByTheScore();
    void everythingOfOneScoringIsStoredTogether();
    void automaticDecisionsHaveTermsAndReasons();
    void twoWorkersScoreEachApplicationOnce();
    void aSecondJobScoresNothingAgain();
    void batchesHoldOneTenant();
    void aBadApplicationHarmsNoOther();
    void whatKeepsFailingGoesToAPerson();
    void aJobThatWasPutOffIsNotTriedEarlier();
    void withoutTheModelAPersonDecides_data();
    void withoutTheModelAPersonDecides();

private:
    int count(const QString &from) { return m_bank->sql.value(QStringLiteral("SELECT count(*) FROM ") + from).toInt(); }
    ApplicationId receive(int score, bool priorityCustomer = false)
    {
        auto application = m_bank->application(score);
        application.priorityCustomer = priorityCustomer;
        return IntakeService(m_bank->context).create(m_bank->sender, application)->id;
    }
    ScoringService scoring() { return {m_bank->context, m_bank->models}; }
    /// From now on no score of that application can be stored.
    void poison(ApplicationId id)
    {
        m_bank->sql.run(
            QStringLiteral("ALTER TABLE scoring_results ADD CONSTRAINT poison CHECK (application_id <> '%1')")
                .arg(id.toString()));
    }

    std::unique_ptr<ServiceFixture> m_bank;
};

void TestScoringService::init()
{
    m_bank->sql.run(QStringLiteral("TRUNCATE applications, jobs CASCADE"));
    m_bank->sql.run(QStringLiteral("ALTER TABLE scoring_results DROP CONSTRAINT IF EXISTS poison"));
    m_bank->models.set(m_bank->scorer);
    m_bank->scorer->isBroken = false;
}

void TestScoringService::routesByTheScore_data()
{
    QTest::addColumn<int>("score");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("route");
    QTest::addColumn<QString>("reason");
    QTest::newRow("480") << 480 << "declined"
                         << "auto_decline"
                         << "score_below_threshold";
    QTest::newRow("481") << 481 << "review"
                         << "human_review"
                         << "borderline_score";
    QTest::newRow("719") << 719 << "review"
                         << "human_review"
                         << "borderline_score";
    QTest::newRow("720") << 720 << "approved"
                         << "auto_approve"
                         << "score_above_threshold";
}

void TestScoringService::routesByTheScore()
{
    QFETCH(int, score);
    QFETCH(QString, status);
    const ApplicationId id = m_bank->route(score);
    QCOMPARE(m_bank->statusOf(id), status);
    const auto row = m_bank->sql.row(QStringLiteral("SELECT score, route, route_reason FROM scoring_results"));
    QCOMPARE(row[0].toInt(), score);
    QTEST(row[1].toString(), "route");
    QTEST(row[2].toString(), "reason");
    QCOMPARE(count(QStringLiteral("analyst_queues")), status == QLatin1String("review") ? 1 : 0);
    QCOMPARE(count(QStringLiteral("decisions")), status == QLatin1String("review") ? 0 : 1);
}

void TestScoringService::everythingOfOneScoringIsStoredTogether()
{
    const ApplicationId id = receive(600, true);
    const auto batch = scoring().runBatch(32);
    QVERIFY(batch);
    QCOMPARE(batch->jobs, 1);
    QCOMPARE(batch->scored, 1);
    QCOMPARE(batch->toReview, 1);
    QCOMPARE(count(QStringLiteral("jobs")), 0);
    const auto application =
        m_bank->sql.row(QStringLiteral("SELECT score, risk_category IS NOT NULL, version FROM applications"));
    QCOMPARE(application[0].toInt(), 600);
    QVERIFY(application[1].toBool());
    QCOMPARE(application[2].toInt(), 2);
    const auto entry = m_bank->sql.row(QStringLiteral(
        "SELECT status, flagged, score_at_routing, priority, extract(epoch FROM sla_deadline - created_at)::int "
        "FROM analyst_queues"));
    QCOMPARE(entry[0].toString(), QStringLiteral("pending"));
    QVERIFY(entry[1].toBool());
    QCOMPARE(entry[2].toInt(), 600);
    QCOMPARE(entry[3].toInt(), 10);
    QCOMPARE(entry[4].toInt(), 8 * 3600);
    QCOMPARE(count(QStringLiteral("audit_logs WHERE action = 'scored' AND entity_id = '%1'").arg(id.toString())), 1);
}

void TestScoringService::automaticDecisionsHaveTermsAndReasons()
{
    m_bank->route(800);
    const auto approved = m_bank->sql.row(QStringLiteral(
        "SELECT decision_type, status, approved_amount_minor, approved_term_months, approved_interest_rate, "
        "monthly_payment_minor, decided_by FROM decisions"));
    QCOMPARE(approved[0].toString(), QStringLiteral("auto_approve"));
    QCOMPARE(approved[1].toString(), QStringLiteral("final"));
    QCOMPARE(approved[2].toLongLong(), 60'000'000);
    QCOMPARE(approved[3].toInt(), 24);
    QCOMPARE(approved[4].toDouble(), Policy{}.indicativeRate);
    QCOMPARE(approved[5].toLongLong(), 2'824'408); // 600,000 at 12 % over 24 months
    QVERIFY(approved[6].isNull());
    init();
    m_bank->route(300);
    const auto declined = m_bank->sql.row(
        QStringLiteral("SELECT decision_type, approved_amount_minor, cardinality(reason_codes) FROM decisions"));
    QCOMPARE(declined[0].toString(), QStringLiteral("auto_decline"));
    QVERIFY(declined[1].isNull());
    QVERIFY(declined[2].toInt() >= 1);
}

void TestScoringService::twoWorkersScoreEachApplicationOnce()
{
    for (int i = 0; i < 120; ++i)
        receive(300 + i * 5);
    std::vector<std::thread> workers;
    std::atomic<int> scored = 0;
    std::atomic<int> failed = 0;
    for (int i = 0; i < 2; ++i)
        workers.emplace_back([&] {
            for (;;) {
                const auto batch = scoring().runBatch(7);
                failed += batch ? 0 : 1;
                if (!batch || batch->jobs == 0)
                    return;
                scored += batch->scored;
            }
        });
    for (std::thread &worker : workers)
        worker.join();
    QCOMPARE(failed.load(), 0);
    QCOMPARE(scored.load(), 120);
    QCOMPARE(count(QStringLiteral("jobs")), 0);
    QCOMPARE(count(QStringLiteral("scoring_results")), 120);
    QCOMPARE(count(QStringLiteral("(SELECT DISTINCT application_id FROM scoring_results) AS x")), 120);
    QCOMPARE(count(QStringLiteral("analyst_queues")) + count(QStringLiteral("decisions")), 120);
    QCOMPARE(count(QStringLiteral("applications WHERE status = 'pending'")), 0);
}

void TestScoringService::aSecondJobScoresNothingAgain()
{
    const ApplicationId id = receive(650);
    m_bank->sql.run(QStringLiteral("INSERT INTO jobs SELECT gen_random_uuid(), tenant_id, queue, kind, payload, state, "
                                   "run_at, attempts, max_attempts, "
                                   "unique_key, last_error, lease_owner, lease_until, created_at FROM jobs"));
    m_bank->scoreAll();
    m_bank->sql.run(QStringLiteral("INSERT INTO jobs (id, tenant_id, queue, kind, payload, run_at, created_at) VALUES "
                                   "(gen_random_uuid(), '%1', 'scoring', "
                                   "'score_application', '{\"application_id\": \"%2\"}', '2026-11-24', '2026-11-24')")
                        .arg(m_bank->alpha.toString(), id.toString()));
    const auto batch = scoring().runBatch(32);
    QVERIFY(batch);
    QCOMPARE(batch->jobs, 1);
    QCOMPARE(batch->scored, 0);
    QCOMPARE(count(QStringLiteral("jobs")), 0);
    QCOMPARE(count(QStringLiteral("scoring_results")), 1);
    QCOMPARE(count(QStringLiteral("analyst_queues")), 1);
    QCOMPARE(m_bank->versionOf(id), 2);
}

void TestScoringService::batchesHoldOneTenant()
{
    receive(650);
    QVERIFY(IntakeService(m_bank->context).create(m_bank->betaAnalyst, m_bank->application(650)));
    receive(650);
    QList<int> sizes;
    for (int i = 0; i < 3; ++i)
        sizes.append(scoring().runBatch(32)->jobs);
    std::sort(sizes.begin(), sizes.end());
    QCOMPARE(sizes, (QList<int>{0, 1, 2}));
    QCOMPARE(count(QStringLiteral(
                 "scoring_results s JOIN applications a ON a.id = s.application_id AND a.tenant_id = s.tenant_id")),
             3);
}

void TestScoringService::aBadApplicationHarmsNoOther()
{
    receive(500);
    const ApplicationId bad = receive(650);
    receive(800);
    poison(bad);
    const auto batch = scoring().runBatch(32);
    QVERIFY(batch);
    QCOMPARE(batch->jobs, 3);
    QCOMPARE(batch->putOff, 1);
    QCOMPARE(batch->scored, 2);
    QCOMPARE(count(QStringLiteral("scoring_results")), 2);
    QCOMPARE(m_bank->statusOf(bad), QStringLiteral("pending"));
    const auto job = m_bank->sql.row(
        QStringLiteral("SELECT state, attempts, last_error, extract(epoch FROM run_at - created_at)::int FROM jobs"));
    QCOMPARE(job[0].toString(), QStringLiteral("ready"));
    QCOMPARE(job[1].toInt(), 1);
    QCOMPARE(job[2].toString(), QStringLiteral("constraint"));
    QCOMPARE(job[3].toInt(), 60);
}

void TestScoringService::whatKeepsFailingGoesToAPerson()
{
    const ApplicationId bad = receive(800, true);
    poison(bad);
    for (int attempt = 1; attempt <= kScoreApplication.retries + 1; ++attempt) {
        QCOMPARE(m_bank->statusOf(bad), QStringLiteral("pending"));
        QCOMPARE(scoring().runBatch(32)->jobs, 1);
        QCOMPARE(scoring().runBatch(32)->jobs, 0);
        m_bank->clock.advance(retryDelay(attempt));
    }
    QCOMPARE(m_bank->sql.row(QStringLiteral("SELECT state, attempts FROM jobs")),
             (QList<QVariant>{QStringLiteral("dead"), 4}));
    QCOMPARE(m_bank->statusOf(bad), QStringLiteral("review"));
    const auto entry = m_bank->sql.row(
        QStringLiteral("SELECT routing_reason, score_at_routing, flagged, priority FROM analyst_queues"));
    QCOMPARE(entry[0].toString(), QStringLiteral("model_unavailable"));
    QVERIFY(entry[1].isNull());
    QVERIFY(entry[2].toBool()); // a priority customer stays one
    QCOMPARE(entry[3].toInt(), 10);
    QCOMPARE(
        count(QStringLiteral("audit_logs WHERE action = 'scoring_failed' AND entity_id = '%1'").arg(bad.toString())),
        1);
    QCOMPARE(scoring().runBatch(32)->jobs, 0);
}

/// Two workers may have claimed the same failed batch one after the other: the second finds the job put off.
void TestScoringService::aJobThatWasPutOffIsNotTriedEarlier()
{
    const ApplicationId bad = receive(650);
    poison(bad);
    std::vector<std::thread> workers;
    for (int i = 0; i < 8; ++i)
        workers.emplace_back([&] { (void)scoring().runBatch(32); });
    for (std::thread &worker : workers)
        worker.join();
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT attempts FROM jobs")).toInt(), 1);
}

void TestScoringService::withoutTheModelAPersonDecides_data()
{
    QTest::addColumn<QString>("cause");
    QTest::newRow("no model is loaded") << "none";
    QTest::newRow("the model fails") << "broken";
    QTest::newRow("another model is in production") << "other";
}

void TestScoringService::withoutTheModelAPersonDecides()
{
    QFETCH(QString, cause);
    if (cause == QLatin1String("none"))
        m_bank->models.set(nullptr);
    if (cause == QLatin1String("other"))
        m_bank->models.set(std::make_shared<ScriptedScorer>(QString(64, QLatin1Char('b'))));
    m_bank->scorer->isBroken = cause == QLatin1String("broken");
    const ApplicationId id = m_bank->route(900);
    QCOMPARE(m_bank->statusOf(id), QStringLiteral("review"));
    QCOMPARE(count(QStringLiteral("decisions")), 0);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT routing_reason FROM analyst_queues")).toString(),
             QStringLiteral("model_unavailable"));
    const auto stored = m_bank->sql.row(QStringLiteral("SELECT score, route, route_reason FROM scoring_results"));
    QVERIFY(stored[0].isNull());
    QCOMPARE(stored[1].toString(), QStringLiteral("human_review"));
    QCOMPARE(stored[2].toString(), QStringLiteral("model_unavailable"));
}

QTEST_GUILESS_MAIN(TestScoringService)
#include "tst_scoring_service.moc"
