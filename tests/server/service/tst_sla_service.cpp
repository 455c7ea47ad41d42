// Deadlines: where they come from, who is told what when, and that nobody is told twice.
#include "ServiceFixture.h"

#include "server/service/PriorityUpkeep.h"
#include "server/service/SlaService.h"

#include <QtTest>

#include <thread>

using namespace countersign;
using namespace std::chrono_literals;

class TestSlaService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<ServiceFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init();

    void theDeadlineFollowsTheCalendar();
    void theWarningIsToldOnceToWhoHasTheCase();
    void seniorsAreWarnedOfACaseThatNobodyHas();
    void plan_2_2_3_slaBreachesAreDetectedWithinTwoMinutes();
    void plan_2_2_3_notificationsAreSent();
    void aCaseThatIsLateIsNotWarnedOf();
    void awaitingDocumentsNothingIsDue();
    void closedCasesAreLeftAlone();
    void severalSweepsAtATimeTellOnce();
    void marksAreRecorded();
    void thePriorityFollowsTheDeadline();
    void overnightNothingComesNearer();
    void metricsCountOpenAndCompletedCases();
    void metricsOfAnEmptyTimeAreRefused();

private:
    SlaService sla() { return SlaService(m_bank->context); }
    SlaSweep swept()
    {
        const auto swept = sla().sweep();
        return swept ? *swept : SlaSweep{-1, -1};
    }
    /// `kind: recipient` of every notice about the application, in the order of names.
    QStringList noticesOf(ApplicationId application)
    {
        QStringList notices;
        for (const QVariant &row : m_bank->sql.column(QStringLiteral("SELECT n.kind || ': ' || u.name FROM notifications n JOIN users u ON u.id = n.user_id "
                                                                     "WHERE n.subject_id = '%1' ORDER BY n.kind, u.name").arg(application.toString())))
            notices.append(row.toString());
        return notices;
    }
    void setCalendar(const QString &settings)
    {
        m_bank->sql.run(QStringLiteral("UPDATE tenants SET settings = '%1' WHERE slug = 'alpha'").arg(settings));
    }

    std::unique_ptr<ServiceFixture> m_bank;
    const Instant m_tuesday = *instantFromIso(u"2026-11-24T10:00:00Z");
};

void TestSlaService::init()
{
    m_bank->sql.run(QStringLiteral("TRUNCATE applications, jobs, notifications CASCADE"));
    setCalendar(QStringLiteral("{}"));
    m_bank->clock.set(m_tuesday);
}

void TestSlaService::theDeadlineFollowsTheCalendar()
{
    setCalendar(QStringLiteral(R"({"sla_calendar": {"opens": "09:00", "closes": "17:00", "weekdays": ["monday", "tuesday", "wednesday", "thursday",
        "friday"], "holidays": ["2026-11-25"]}})"));
    m_bank->clock.set(*instantFromIso(u"2026-11-24T15:00:00Z")); // 16:00 in Belgrade
    const ApplicationId application = m_bank->route(600);
    const auto items = QueueService(m_bank->context).list(m_bank->analyst, {})->items;
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.first().applicationId, application);
    QCOMPARE(toIso(items.first().slaDeadline), QStringLiteral("2026-11-26T15:00:00.000000Z"));
    QCOMPARE(toIso(items.first().slaWarningAt), QStringLiteral("2026-11-26T13:00:00.000000Z"));
    QCOMPARE(items.first().priority, 50); // eight working hours are left, whatever the wall clock says
    m_bank->clock.set(*instantFromIso(u"2026-11-26T13:00:01Z"));
    QCOMPARE(QueueService(m_bank->context).list(m_bank->analyst, {})->items.first().slaState, SlaState::Approaching);
    QCOMPARE(QueueService(m_bank->context).summary(m_bank->analyst)->approachingSla, 1);
}

void TestSlaService::theWarningIsToldOnceToWhoHasTheCase()
{
    const auto inHand = m_bank->startedCase(600, m_bank->analyst);
    m_bank->clock.set(m_tuesday + 6h);
    QCOMPARE(swept().warned, 0);
    m_bank->clock.advance(1us);
    QCOMPARE(swept().warned, 1);
    QCOMPARE(noticesOf(inHand.application), QStringList{QStringLiteral("sla_warning: analyst")});
    m_bank->clock.advance(1h);
    QCOMPARE(swept().warned, 0);
    QCOMPARE(noticesOf(inHand.application).size(), 1);
}

void TestSlaService::seniorsAreWarnedOfACaseThatNobodyHas()
{
    const ApplicationId application = m_bank->route(600);
    m_bank->clock.set(m_tuesday + 6h + 1min);
    QCOMPARE(swept().warned, 1);
    QCOMPARE(noticesOf(application), (QStringList{QStringLiteral("sla_warning: admin"), QStringLiteral("sla_warning: senior")}));
}

void TestSlaService::plan_2_2_3_slaBreachesAreDetectedWithinTwoMinutes()
{
    // Swept every minute, at odd seconds: a hundred cases with deadlines over an hour are each marked within two minutes of
    // theirs, and none before it.
    for (int i = 0; i < 100; ++i) {
        IntakeService(m_bank->context).create(m_bank->sender, m_bank->application(600)).ok();
        m_bank->scoreAll();
        m_bank->clock.advance(36s);
    }
    int breached = 0;
    for (Instant tick = m_tuesday + 7h + 59min + 17s; tick < m_tuesday + 9h + 3min; tick += 1min) {
        m_bank->clock.set(tick);
        breached += swept().breached;
    }
    QCOMPARE(breached, 100);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM analyst_queues WHERE sla_breached_at - sla_deadline "
                                              "BETWEEN interval '0' AND interval '2 minutes'")).toInt(), 100);
}

void TestSlaService::plan_2_2_3_notificationsAreSent()
{
    const auto inHand = m_bank->startedCase(600, m_bank->analyst);
    m_bank->clock.set(m_tuesday + 7h);
    QVERIFY(swept().warned == 1);
    m_bank->clock.set(m_tuesday + 8h);
    QCOMPARE(swept().breached, 1);
    QCOMPARE(noticesOf(inHand.application),
             (QStringList{QStringLiteral("sla_breach: admin"), QStringLiteral("sla_breach: analyst"), QStringLiteral("sla_breach: senior"),
                          QStringLiteral("sla_warning: analyst")}));
    const auto item = QueueService(m_bank->context).list(m_bank->analyst, {})->items.first();
    QVERIFY(item.escalated);
    QCOMPARE(item.slaState, SlaState::Breached);
    m_bank->clock.advance(5h);
    QCOMPARE(swept().breached, 0);
    QCOMPARE(noticesOf(inHand.application).size(), 4);
}

void TestSlaService::aCaseThatIsLateIsNotWarnedOf()
{
    const ApplicationId application = m_bank->route(600);
    m_bank->clock.set(m_tuesday + 20h);
    const SlaSweep sweep = swept();
    QCOMPARE(sweep.breached, 1);
    QCOMPARE(sweep.warned, 0);
    QCOMPARE(noticesOf(application), (QStringList{QStringLiteral("sla_breach: admin"), QStringLiteral("sla_breach: senior")}));
}

void TestSlaService::awaitingDocumentsNothingIsDue()
{
    m_bank->startedCase(600, m_bank->analyst);
    m_bank->sql.run(QStringLiteral("UPDATE analyst_queues SET status = 'awaiting_documents', sla_paused_at = now()"));
    m_bank->clock.set(m_tuesday + 7h);
    QCOMPARE(swept().warned, 0);
    m_bank->clock.set(m_tuesday + 20h);
    QCOMPARE(swept().breached, 0);
    QCOMPARE(sla().metrics(m_bank->senior, {})->open.paused, 1);
}

void TestSlaService::closedCasesAreLeftAlone()
{
    m_bank->route(600);
    m_bank->emptyQueue();
    m_bank->clock.set(m_tuesday + 20h);
    QCOMPARE(swept().breached, 0);
}

void TestSlaService::severalSweepsAtATimeTellOnce()
{
    for (int i = 0; i < 40; ++i)
        m_bank->route(600);
    m_bank->clock.set(m_tuesday + 9h);
    std::atomic<int> breached = 0;
    std::vector<std::thread> sweepers;
    for (int i = 0; i < 8; ++i)
        sweepers.emplace_back([&] { breached += swept().breached; });
    for (std::thread &sweeper : sweepers)
        sweeper.join();
    breached += swept().breached; // what two of them left to each other
    QCOMPARE(breached.load(), 40);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM notifications")).toInt(), 80);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(DISTINCT (subject_id, user_id)) FROM notifications")).toInt(), 80);
}

void TestSlaService::marksAreRecorded()
{
    const ApplicationId application = m_bank->route(600);
    m_bank->clock.set(m_tuesday + 7h);
    swept();
    m_bank->clock.set(m_tuesday + 9h);
    swept();
    QCOMPARE(m_bank->sql.column(QStringLiteral("SELECT action FROM audit_logs WHERE entity_id = '%1' AND action LIKE 'sla%%' ORDER BY occurred_at")
                                    .arg(application.toString())),
             (QVariantList{QStringLiteral("sla_warning"), QStringLiteral("sla_breached")}));
}

void TestSlaService::thePriorityFollowsTheDeadline()
{
    const ApplicationId application = m_bank->route(600);
    const auto stored = [&] {
        return m_bank->sql.value(QStringLiteral("SELECT priority || ' ' || version FROM analyst_queues WHERE application_id = '%1'").arg(application.toString())).toString();
    };
    QCOMPARE(*recalculatePriorities(m_bank->context), 1); // was never looked at
    QCOMPARE(stored(), QStringLiteral("50 1"));
    for (const auto &[at, priority] : {std::pair{Duration(1us), 45}, std::pair{Duration(4h + 1us), 40}, std::pair{Duration(6h + 1us), 30}}) {
        m_bank->clock.set(m_tuesday + at - 1us);
        QCOMPARE(*recalculatePriorities(m_bank->context), 0);
        m_bank->clock.set(m_tuesday + at);
        QCOMPARE(*recalculatePriorities(m_bank->context), 1);
        QCOMPARE(*recalculatePriorities(m_bank->context), 0);
        QCOMPARE(stored(), QStringLiteral("%1 1").arg(priority)); // nobody's work is outdated
    }
    m_bank->clock.set(m_tuesday + 100h);
    QCOMPARE(*recalculatePriorities(m_bank->context), 0);
}

void TestSlaService::overnightNothingComesNearer()
{
    setCalendar(QStringLiteral(R"({"sla_calendar": {"opens": "09:00", "closes": "17:00"}})"));
    m_bank->clock.set(*instantFromIso(u"2026-11-24T12:00:00Z")); // 13:00 in Belgrade: four hours today, four tomorrow
    m_bank->route(600);
    m_bank->clock.set(*instantFromIso(u"2026-11-24T16:00:00Z"));
    QCOMPARE(*recalculatePriorities(m_bank->context), 1);
    const auto priority = [&] { return m_bank->sql.value(QStringLiteral("SELECT priority FROM analyst_queues")).toInt(); };
    QCOMPARE(priority(), 45);
    m_bank->clock.set(*instantFromIso(u"2026-11-25T08:00:00Z")); // it opens
    QCOMPARE(*recalculatePriorities(m_bank->context), 0);
    m_bank->clock.advance(1us);
    QCOMPARE(*recalculatePriorities(m_bank->context), 1);
    QCOMPARE(priority(), 40);
}

void TestSlaService::metricsCountOpenAndCompletedCases()
{
    const auto quick = m_bank->startedCase(650, m_bank->analyst);
    m_bank->clock.advance(10min);
    QVERIFY(DecisionService(m_bank->context).create(m_bank->analyst, approval(quick)));
    const auto slow = m_bank->startedCase(650, m_bank->analyst);
    m_bank->clock.advance(9h);
    swept();
    QVERIFY(DecisionService(m_bank->context).create(m_bank->analyst, approval(slow)));
    m_bank->route(600);
    m_bank->clock.advance(7h);
    m_bank->route(600);
    const auto metrics = sla().metrics(m_bank->senior, {});
    QVERIFY(metrics);
    QCOMPARE(metrics->open.total, 2);
    QCOMPARE(metrics->open.ok, 1);
    QCOMPARE(metrics->open.approaching, 1);
    QCOMPARE(metrics->completed.total, 2);
    QCOMPARE(metrics->completed.withinSla, 1);
    QCOMPARE(metrics->slaComplianceRate, 0.5);
    QCOMPARE(metrics->avgWaitTimeMinutes, 0.0);
    QCOMPARE(metrics->avgReviewTimeMinutes, (10.0 + 540.0) / 2);
    QCOMPARE(metrics->nextDeadline, m_bank->clock.now() + 1h);
    const auto before = sla().metrics(m_bank->senior, {{}, m_tuesday});
    QVERIFY(before);
    QCOMPARE(before->completed.total, 0);
    QVERIFY(!before->slaComplianceRate);
    QCOMPARE(sla().metrics(m_bank->betaAnalyst, {})->open.total, 0);
}

void TestSlaService::metricsOfAnEmptyTimeAreRefused()
{
    const auto refused = sla().metrics(m_bank->senior, {m_tuesday, m_tuesday});
    QVERIFY(!refused);
    QCOMPARE(refused.error().fields.first().code, QStringLiteral("not_after_from_date"));
}

QTEST_GUILESS_MAIN(TestSlaService)
#include "tst_sla_service.moc"
