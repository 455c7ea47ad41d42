// Legal clocks: what starts, holds and ends them, and where a last day ends on the tenant's clock.
#include "core/deadline/LegalDeadline.h"

#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const QTimeZone kBelgrade("Europe/Belgrade");
const Instant kReceived = *instantFromIso(u"2026-03-02T10:00:00Z");

QList<LegalDeadline> begun(LegalEvent event, RulePackId pack = RulePackId::UsRegB, Instant at = kReceived,
                           const QTimeZone &zone = kBelgrade)
{
    return changedBy(event, at, rulePackInForce(pack), zone, {});
}

QList<LegalDeadline> then(LegalEvent event, Instant at, const QList<LegalDeadline> &current)
{
    return changedBy(event, at, rulePackInForce(RulePackId::UsRegB), kBelgrade, current);
}

} // namespace

class TestDeadlines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAPackNothingRuns();
    void aCompleteApplicationIsAnsweredWithinThirtyDays();
    void theLastDayEndsAtTheTenantsMidnight_data();
    void theLastDayEndsAtTheTenantsMidnight();
    void whatIsMissingHoldsTheClock();
    void anIncompleteApplicationIsToldSo();
    void aCounterofferIsAnsweredWithinNinetyDays();
    void aReviewIsAnsweredAndMayBeAskedForAgain();
    void aWithdrawnApplicationOwesNothing();
    void aClockThatRunsIsNeverProlonged();
    void aClockKeepsTheRulesItBeganBy();
    void stepsComeAtSevenThreeAndOneDay();
    void afterAJumpOnlyTheTightestStepHasCome();
};

void TestDeadlines::withoutAPackNothingRuns()
{
    for (const LegalEvent event : {LegalEvent::ReceivedComplete, LegalEvent::ReceivedIncomplete,
                                   LegalEvent::CounterofferOut, LegalEvent::ReviewRequested})
        QVERIFY(begun(event, RulePackId::None).isEmpty());
    QVERIFY(begun(LegalEvent::ReceivedComplete, RulePackId::EuCcd2).isEmpty());
    QVERIFY(!owesNotice({}));
}

void TestDeadlines::aCompleteApplicationIsAnsweredWithinThirtyDays()
{
    const auto running = begun(LegalEvent::ReceivedComplete);
    QCOMPARE(running.size(), 1);
    QCOMPARE(running.first().kind, DeadlineKind::DecisionNotice);
    QCOMPARE(running.first().dueOn, QDate(2026, 4, 1));
    QCOMPARE(toIso(running.first().dueAt), QStringLiteral("2026-04-01T22:00:00.000000Z")); // summer time has begun
    QVERIFY(owesNotice(running));
    const Instant decided = kReceived + 24h * 3;
    const auto met = then(LegalEvent::DecisionOut, decided, running);
    QCOMPARE(met.size(), 1);
    QCOMPARE(met.first().state, DeadlineState::Met);
    QCOMPARE(met.first().endedAt, decided);
    QVERIFY(!met.first().nextStepAt);
    QVERIFY(!owesNotice(met));
    QVERIFY(then(LegalEvent::DecisionOut, decided + 1h, met).isEmpty());
}

void TestDeadlines::theLastDayEndsAtTheTenantsMidnight_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("received");
    QTest::addColumn<QString>("dueAt");
    QTest::newRow("UTC") << QByteArray("UTC") << QStringLiteral("2026-03-02T23:59:59Z")
                         << QStringLiteral("2026-04-02T00:00:00.000000Z");
    QTest::newRow("the day has begun there") << QByteArray("Europe/Belgrade") << QStringLiteral("2026-03-02T23:00:00Z")
                                             << QStringLiteral("2026-04-02T22:00:00.000000Z");
    QTest::newRow("and has not") << QByteArray("Europe/Belgrade") << QStringLiteral("2026-03-02T22:59:59Z")
                                 << QStringLiteral("2026-04-01T22:00:00.000000Z");
    QTest::newRow("into winter time") << QByteArray("Europe/Belgrade") << QStringLiteral("2026-10-01T10:00:00Z")
                                      << QStringLiteral("2026-10-31T23:00:00.000000Z");
    QTest::newRow("on the long day") << QByteArray("Europe/Belgrade") << QStringLiteral("2026-09-25T10:00:00Z")
                                     << QStringLiteral("2026-10-25T23:00:00.000000Z");
    QTest::newRow("on the short day") << QByteArray("Europe/Belgrade") << QStringLiteral("2026-02-27T10:00:00Z")
                                      << QStringLiteral("2026-03-29T22:00:00.000000Z");
    // Lebanon leaves the midnight of 29 March 2026 out: the day before ends an hour "later" on the wall, at the same moment.
    QTest::newRow("no midnight") << QByteArray("Asia/Beirut") << QStringLiteral("2026-02-26T10:00:00Z")
                                 << QStringLiteral("2026-03-28T22:00:00.000000Z");
}

void TestDeadlines::theLastDayEndsAtTheTenantsMidnight()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, received);
    QFETCH(QString, dueAt);
    const auto running =
        begun(LegalEvent::ReceivedComplete, RulePackId::UsRegB, *instantFromIso(received), QTimeZone(zone));
    QCOMPARE(toIso(running.first().dueAt), dueAt);
    QVERIFY(!running.first().isMissedAt(running.first().dueAt - 1us));
    QVERIFY(running.first().isMissedAt(running.first().dueAt));
}

void TestDeadlines::whatIsMissingHoldsTheClock()
{
    const auto running = begun(LegalEvent::ReceivedComplete);
    const auto paused = then(LegalEvent::IncompletenessNoticed, kReceived + 24h * 20, running);
    QCOMPARE(paused.first().state, DeadlineState::Paused);
    QVERIFY(!owesNotice(paused)); // the applicant has been told: the application may expire
    const Instant complete = *instantFromIso(u"2026-04-10T10:00:00Z");
    const auto again = then(LegalEvent::Completed, complete, paused);
    QCOMPARE(again.first().state, DeadlineState::Running);
    QCOMPARE(again.first().startedAt, complete);
    QCOMPARE(again.first().dueOn, QDate(2026, 5, 10));
    QCOMPARE(then(LegalEvent::DecisionOut, complete, paused).first().state, DeadlineState::Met);
}

void TestDeadlines::anIncompleteApplicationIsToldSo()
{
    const auto running = begun(LegalEvent::ReceivedIncomplete);
    QCOMPARE(running.size(), 1);
    QCOMPARE(running.first().kind, DeadlineKind::IncompletenessNotice);
    QVERIFY(owesNotice(running));
    QCOMPARE(then(LegalEvent::IncompletenessNoticed, kReceived + 1h, running).first().state, DeadlineState::Met);
    QCOMPARE(then(LegalEvent::DecisionOut, kReceived + 1h, running).first().state, DeadlineState::Met);
    const auto complete = then(LegalEvent::Completed, kReceived + 24h, running);
    QCOMPARE(complete.size(), 2); // the one is met, the other begins
    QCOMPARE(complete.last().kind, DeadlineKind::DecisionNotice);
    QCOMPARE(complete.last().dueOn, QDate(2026, 4, 2));
}

void TestDeadlines::aCounterofferIsAnsweredWithinNinetyDays()
{
    const auto changed = then(LegalEvent::CounterofferOut, kReceived, begun(LegalEvent::ReceivedComplete));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed.first().state, DeadlineState::Met);
    QCOMPARE(changed.last().kind, DeadlineKind::CounterofferReply);
    QCOMPARE(changed.last().dueOn, QDate(2026, 5, 31));
    QVERIFY(!owesNotice(changed));
    QCOMPARE(then(LegalEvent::CounterofferAnswered, kReceived + 24h, changed).first().state, DeadlineState::Met);
}

void TestDeadlines::aReviewIsAnsweredAndMayBeAskedForAgain()
{
    const auto asked = begun(LegalEvent::ReviewRequested, RulePackId::EuCcd2);
    QCOMPARE(asked.first().kind, DeadlineKind::ReviewAnswer);
    const RulePack &pack = rulePackInForce(RulePackId::EuCcd2);
    const auto answered = changedBy(LegalEvent::ReviewAnswered, kReceived + 1h, pack, kBelgrade, asked);
    QCOMPARE(answered.first().state, DeadlineState::Met);
    const auto again = changedBy(LegalEvent::ReviewRequested, kReceived + 24h * 60, pack, kBelgrade, answered);
    QCOMPARE(again.first().state, DeadlineState::Running);
    QVERIFY(!again.first().endedAt);
}

void TestDeadlines::aWithdrawnApplicationOwesNothing()
{
    const auto closed = then(LegalEvent::Closed, kReceived + 1h, begun(LegalEvent::ReceivedComplete));
    QCOMPARE(closed.first().state, DeadlineState::Void);
    QVERIFY(!owesNotice(closed));
    QVERIFY(then(LegalEvent::Closed, kReceived + 2h, closed).isEmpty());
}

void TestDeadlines::aClockThatRunsIsNeverProlonged()
{
    const auto running = begun(LegalEvent::ReceivedComplete);
    QVERIFY(then(LegalEvent::Completed, kReceived + 24h * 29, running).isEmpty());
    QVERIFY(then(LegalEvent::ReceivedComplete, kReceived + 24h * 29, running).isEmpty());
}

void TestDeadlines::aClockKeepsTheRulesItBeganBy()
{
    const auto running = begun(LegalEvent::ReceivedComplete);
    const auto changed =
        changedBy(LegalEvent::DecisionOut, kReceived + 1h, rulePackInForce(RulePackId::None), kBelgrade, running);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().state, DeadlineState::Met);
    QCOMPARE(changed.first().pack, RulePackId::UsRegB);
    QVERIFY(findRulePack(RulePackId::UsRegB, 1));
    QVERIFY(!findRulePack(RulePackId::UsRegB, 99));
}

void TestDeadlines::stepsComeAtSevenThreeAndOneDay()
{
    const LegalDeadline deadline =
        begun(LegalEvent::ReceivedComplete).first(); // until 1 April, the clock changes on 29 March
    QVERIFY(!stepAt(deadline, kBelgrade, kReceived));
    const std::array steps{std::pair{7, u"2026-03-24T23:00:00Z"}, std::pair{3, u"2026-03-28T23:00:00Z"},
                           std::pair{1, u"2026-03-30T22:00:00Z"}, std::pair{0, u"2026-04-01T22:00:00Z"}};
    Instant before = kReceived;
    for (const auto &[step, text] : steps) {
        const Instant at = *instantFromIso(text);
        QCOMPARE(nextStepAfter(deadline, kBelgrade, before), at);
        QVERIFY(stepAt(deadline, kBelgrade, at - 1us) != step);
        QCOMPARE(stepAt(deadline, kBelgrade, at), step);
        if (step > 0)
            QCOMPARE(daysLeft(deadline, kBelgrade, at), step);
        before = at;
    }
    QVERIFY(!nextStepAfter(deadline, kBelgrade, before));
    QCOMPARE(daysLeft(deadline, kBelgrade, before), -1);
}

void TestDeadlines::afterAJumpOnlyTheTightestStepHasCome()
{
    const LegalDeadline deadline = begun(LegalEvent::ReceivedComplete).first();
    QCOMPARE(stepAt(deadline, kBelgrade, *instantFromIso(u"2026-03-31T10:00:00Z")), 1);
    QCOMPARE(stepAt(deadline, kBelgrade, *instantFromIso(u"2027-01-01T00:00:00Z")), 0);
}

QTEST_APPLESS_MAIN(TestDeadlines)
#include "tst_deadlines.moc"
