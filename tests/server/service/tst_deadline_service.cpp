// Legal deadlines on a real database: where they come from, what ends them, and that every step is told once.
#include "OverrideFixture.h"

#include "server/service/CaseService.h"
#include "server/service/DeadlineService.h"
#include "server/service/LegalClock.h"

#include <QtTest>

#include <thread>

using namespace countersign;
using namespace std::chrono_literals;

class TestDeadlineService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<OverrideFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init();

    void aBankWithoutRulesHasNoDeadlines();
    void anApplicationGetsItsDeadlineWithIntake();
    void automaticDecisionsAreNoticesToo();
    void aDecisionEndsTheClock();
    void anOverrideEndsItWithTheSecondSignature();
    void aCounterofferStartsAnother();
    void aWithdrawnCaseOwesNothing();
    void everyStepIsToldOnce();
    void afterAJumpOnlyTheTightestIsTold();
    void severalSweepsAtATimeTellOnce();
    void expiryAsksWhetherANoticeIsOwed();
    void theQueueIsSortedByTheEarlierDanger();
    void otherTenantsSeeNothing();
    void metricsCountWhatWasTold();

private:
    DeadlineService deadlines() { return DeadlineService(m_bank->context); }
    DeadlineSweep swept()
    {
        const auto swept = deadlines().sweep();
        return swept ? *swept : DeadlineSweep{-1, -1};
    }
    void setRules(const QString &pack)
    {
        m_bank->sql.run(
            QStringLiteral("UPDATE tenants SET settings = '{\"rule_pack\": \"%1\"}' WHERE slug = 'alpha'").arg(pack));
    }
    QList<api::DeadlineInfo> of(ApplicationId application)
    {
        const auto list = deadlines().list(m_bank->analyst, application);
        return list ? list->items : QList<api::DeadlineInfo>();
    }
    QStringList textsOf(const QString &select, ApplicationId application)
    {
        QStringList texts;
        for (const QVariant &row : m_bank->sql.column(select.arg(application.toString())))
            texts.append(row.toString());
        return texts;
    }
    QStringList noticesOf(ApplicationId application)
    {
        return textsOf(
            QStringLiteral(
                "SELECT n.kind || ': ' || u.name FROM notifications n JOIN users u ON u.id = n.user_id "
                "WHERE n.subject_id = '%1' AND n.kind LIKE 'deadline%' ORDER BY n.created_at, n.kind, u.name"),
            application);
    }
    QStringList eventsOf(ApplicationId application)
    {
        return textsOf(
            QStringLiteral("SELECT action || coalesce(' ' || (new_value ->> 'days_left'), '') FROM audit_logs "
                           "WHERE entity_id = '%1' AND action LIKE 'deadline%' ORDER BY occurred_at"),
            application);
    }

    std::unique_ptr<OverrideFixture> m_bank;
    const Instant m_tuesday = *instantFromIso(u"2026-11-24T10:00:00Z"); // the last day is 24 December
};

void TestDeadlineService::init()
{
    m_bank->sql.run(QStringLiteral("TRUNCATE applications, jobs, notifications CASCADE"));
    setRules(QStringLiteral("us-regb"));
    m_bank->clock.set(m_tuesday);
}

void TestDeadlineService::aBankWithoutRulesHasNoDeadlines()
{
    setRules(QStringLiteral("none"));
    const ApplicationId application = m_bank->route(600);
    QVERIFY(of(application).isEmpty());
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM application_deadlines")).toInt(), 0);
    QVERIFY(!QueueService(m_bank->context).list(m_bank->analyst, {})->items.first().legalDeadline);
}

void TestDeadlineService::anApplicationGetsItsDeadlineWithIntake()
{
    const ApplicationId application = m_bank->route(600);
    const auto deadlines = of(application);
    QCOMPARE(deadlines.size(), 1);
    QCOMPARE(deadlines.first().kind, DeadlineKind::DecisionNotice);
    QCOMPARE(deadlines.first().dueOn, QDate(2026, 12, 24));
    QCOMPARE(toIso(deadlines.first().dueAt), QStringLiteral("2026-12-24T23:00:00.000000Z"));
    QCOMPARE(deadlines.first().daysLeft, 30);
    const auto detail = CaseService(m_bank->context).detail(m_bank->analyst, application);
    QCOMPARE(detail->deadlines.size(), 1);
    QCOMPARE(detail->queueInfo->legalDeadline, deadlines.first().dueAt);

    auto incomplete = m_bank->application(600);
    incomplete.financialData.income.reset();
    const ApplicationId other = IntakeService(m_bank->context).create(m_bank->sender, incomplete)->id;
    QCOMPARE(of(other).first().kind, DeadlineKind::IncompletenessNotice);
}

void TestDeadlineService::automaticDecisionsAreNoticesToo()
{
    const ApplicationId approved = m_bank->route(800);
    QCOMPARE(m_bank->statusOf(approved), QStringLiteral("approved"));
    QCOMPARE(of(approved).first().state, DeadlineState::Met);
    QCOMPARE(of(m_bank->route(300)).first().state, DeadlineState::Met);
}

void TestDeadlineService::aDecisionEndsTheClock()
{
    const auto inHand = m_bank->startedCase(650, m_bank->analyst);
    m_bank->clock.advance(24h);
    QVERIFY(DecisionService(m_bank->context).create(m_bank->analyst, approval(inHand)).ok());
    const auto deadlines = of(inHand.application);
    QCOMPARE(deadlines.size(), 1);
    QCOMPARE(deadlines.first().state, DeadlineState::Met);
    QCOMPARE(deadlines.first().endedAt, m_tuesday + 24h);
    m_bank->clock.set(m_tuesday + 24h * 60);
    QCOMPARE(swept().missed, 0);
}

void TestDeadlineService::anOverrideEndsItWithTheSecondSignature()
{
    const auto waiting = m_bank->waitingCase(m_bank->analyst);
    QCOMPARE(of(waiting.inHand.application).first().state,
             DeadlineState::Running); // no notice before the second signature
    QVERIFY(m_bank->approve(m_bank->senior, waiting.decision).ok());
    QCOMPARE(of(waiting.inHand.application).first().state, DeadlineState::Met);
    QCOMPARE(of(waiting.inHand.application).size(), 1); // the terms are those that were asked for
}

void TestDeadlineService::aCounterofferStartsAnother()
{
    const auto inHand = m_bank->startedCase(650, m_bank->analyst);
    auto decision = approval(inHand);
    decision.approvedTerms->amount = Amount::whole(500'000);
    QVERIFY(DecisionService(m_bank->context).create(m_bank->analyst, decision).ok());
    const auto deadlines = of(inHand.application);
    QCOMPARE(deadlines.size(), 2);
    QCOMPARE(deadlines.last().kind, DeadlineKind::CounterofferReply);
    QCOMPARE(deadlines.last().dueOn, QDate(2027, 2, 22));

    const auto second = m_bank->startedCase(550, m_bank->analyst);
    auto override = asOverride(approval(second));
    override.approvedTerms->termMonths = 12;
    const auto waiting = DecisionService(m_bank->context).create(m_bank->analyst, override);
    QCOMPARE(of(second.application).size(), 1);
    QVERIFY(m_bank->approve(m_bank->senior, *waiting).ok());
    QCOMPARE(of(second.application).size(), 2);
}

void TestDeadlineService::aWithdrawnCaseOwesNothing()
{
    const ApplicationId application = m_bank->route(600);
    QVERIFY(CancellationService(m_bank->context)
                .cancel(m_bank->senior, application, {CancelReason::Other}, m_bank->versionOf(application))
                .ok());
    QCOMPARE(of(application).first().state, DeadlineState::Void);
    m_bank->clock.set(m_tuesday + 24h * 60);
    QCOMPARE(swept().missed, 0);
}

void TestDeadlineService::everyStepIsToldOnce()
{
    const auto inHand = m_bank->startedCase(600, m_bank->analyst);
    // Belgrade's midnight is 23:00 UTC the day before.
    const std::array days{std::pair{7, u"2026-12-16T23:00:00Z"}, std::pair{3, u"2026-12-20T23:00:00Z"},
                          std::pair{1, u"2026-12-22T23:00:00Z"}};
    int told = 0;
    for (const auto &[step, text] : days) {
        m_bank->clock.set(*instantFromIso(text) - 1us);
        QCOMPARE(swept().approaching, 0);
        m_bank->clock.set(*instantFromIso(text));
        QCOMPARE(swept().approaching, 1);
        QCOMPARE(swept().approaching, 0);
        QCOMPARE(noticesOf(inHand.application).size(), 3 * ++told);
        QCOMPARE(eventsOf(inHand.application).last(), QStringLiteral("deadline_approaching %1").arg(step));
    }
    QCOMPARE(
        noticesOf(inHand.application).first(3),
        (QStringList{QStringLiteral("deadline_approaching: admin"), QStringLiteral("deadline_approaching: analyst"),
                     QStringLiteral("deadline_approaching: senior")}));
    QVERIFY(QueueService(m_bank->context).list(m_bank->analyst, {})->items.first().escalated);
    m_bank->clock.set(*instantFromIso(u"2026-12-24T23:00:00Z"));
    QCOMPARE(swept().missed, 1);
    QVERIFY(of(inHand.application).first().missed);
    m_bank->clock.advance(24h * 30);
    QCOMPARE(swept().missed, 0);
    QCOMPARE(noticesOf(inHand.application).size(), 12);
    QCOMPARE(m_bank->versionOf(inHand.application), inHand.version); // nobody's work is outdated
}

void TestDeadlineService::afterAJumpOnlyTheTightestIsTold()
{
    const ApplicationId application = m_bank->route(600);
    m_bank->clock.set(*instantFromIso(u"2026-12-24T10:00:00Z"));
    QCOMPARE(swept().approaching, 1);
    QCOMPARE(eventsOf(application), QStringList{QStringLiteral("deadline_approaching 1")});
    m_bank->clock.set(m_tuesday); // the clock jumps back: nothing is told again
    QCOMPARE(swept().approaching, 0);
    m_bank->clock.set(m_tuesday + 24h * 90);
    QCOMPARE(swept().missed, 1);
    QCOMPARE(eventsOf(application).size(), 2);
}

void TestDeadlineService::severalSweepsAtATimeTellOnce()
{
    for (int i = 0; i < 30; ++i)
        m_bank->route(600);
    m_bank->clock.set(*instantFromIso(u"2026-12-18T10:00:00Z"));
    std::atomic<int> told = 0;
    std::vector<std::thread> sweepers;
    for (int i = 0; i < 6; ++i)
        sweepers.emplace_back([&] { told += swept().approaching; });
    for (std::thread &sweeper : sweepers)
        sweeper.join();
    told += swept().approaching; // what two of them left to each other
    QCOMPARE(told.load(), 30);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM notifications WHERE kind = 'deadline_approaching'"))
                 .toInt(),
             60);
    QCOMPARE(
        m_bank->sql
            .value(QStringLiteral(
                "SELECT count(DISTINCT (subject_id, user_id)) FROM notifications WHERE kind = 'deadline_approaching'"))
            .toInt(),
        60);
}

void TestDeadlineService::expiryAsksWhetherANoticeIsOwed()
{
    const ApplicationId application = m_bank->route(600);
    const auto owes = [&] {
        return *UnitOfWork::run<bool>(m_bank->context, m_bank->senior,
                                      [&](UnitOfWork &unit) { return LegalClock(unit).owesNotice(application); });
    };
    const auto note = [&](LegalEvent event) {
        return UnitOfWork::run<bool>(m_bank->context, m_bank->senior,
                                     [&](UnitOfWork &unit) -> Result<bool> {
                                         const auto noted = LegalClock(unit).note(event, {application});
                                         return noted ? Result<bool>(true) : noted.error();
                                     })
            .ok();
    };
    QVERIFY(owes());
    QVERIFY(note(LegalEvent::IncompletenessNoticed));
    QVERIFY(!owes());
    QCOMPARE(of(application).first().state, DeadlineState::Paused);
    m_bank->clock.set(m_tuesday + 24h * 40);
    QCOMPARE(swept().missed, 0);
    QVERIFY(note(LegalEvent::Completed));
    QVERIFY(owes());
    QCOMPARE(of(application).first().dueOn, QDate(2027, 2, 2));
}

void TestDeadlineService::theQueueIsSortedByTheEarlierDanger()
{
    const ApplicationId old = m_bank->route(600);
    m_bank->sql.run(QStringLiteral("UPDATE analyst_queues SET sla_deadline = '2027-06-01T00:00:00Z'"));
    m_bank->clock.advance(1h);
    const ApplicationId fresh = m_bank->route(600); // its service deadline comes first of all
    m_bank->sql.run(QStringLiteral("UPDATE analyst_queues SET sla_deadline = '2027-05-01T00:00:00Z', legal_deadline = "
                                   "NULL WHERE application_id = '%1'")
                        .arg(fresh.toString()));
    api::QueueQuery query;
    query.sortBy = api::QueueSort::SlaDeadline;
    QCOMPARE(QueueService(m_bank->context).list(m_bank->analyst, query)->items.first().applicationId, fresh);
    query.sortBy = api::QueueSort::Danger;
    QCOMPARE(QueueService(m_bank->context).list(m_bank->analyst, query)->items.first().applicationId, old);
    query.pageSize = 1;
    const auto page = QueueService(m_bank->context).list(m_bank->analyst, query);
    query.cursor = page->nextCursor;
    QCOMPARE(QueueService(m_bank->context).list(m_bank->analyst, query)->items.first().applicationId, fresh);
}

void TestDeadlineService::otherTenantsSeeNothing()
{
    const ApplicationId application = m_bank->route(600);
    const auto foreign = deadlines().list(m_bank->betaAnalyst, application);
    QVERIFY(!foreign);
    QCOMPARE(foreign.error().code, ErrorCode::NotFound);
}

void TestDeadlineService::metricsCountWhatWasTold()
{
    m_bank->route(600);
    m_bank->clock.set(m_tuesday + 24h * 60);
    swept();
    QVERIFY(m_bank->metrics.toText().contains(
                "countersign_legal_deadlines_total{event=\"missed\",kind=\"decision_notice\"}")
            || m_bank->metrics.toText().contains(
                "countersign_legal_deadlines_total{kind=\"decision_notice\",event=\"missed\"}"));
}

QTEST_GUILESS_MAIN(TestDeadlineService)
#include "tst_deadline_service.moc"
