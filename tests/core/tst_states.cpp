// States, moves, priority and the service clock.
#include "core/application/ApplicationStatus.h"
#include "core/base/Clock.h"
#include "core/decision/DecisionTypes.h"
#include "core/queue/Priority.h"
#include "core/queue/QueueStatus.h"
#include "core/queue/Sla.h"

#include <QtTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {
struct StillClock : Clock {
    Instant now() const override { return at; }
    Instant at{};
};
} // namespace

class TestStates : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void applicationsMoveOnlyAsTheTableSays()
    {
        const QString allowed = QStringLiteral(
            "pending>scoring pending>cancelled scoring>review scoring>approved scoring>declined review>awaiting_documents "
            "review>pending_approval review>approved review>declined review>cancelled review>expired awaiting_documents>review "
            "awaiting_documents>cancelled awaiting_documents>expired pending_approval>review pending_approval>approved "
            "pending_approval>declined pending_approval>cancelled");
        const QStringList moves = allowed.split(QLatin1Char(' '));
        int found = 0;
        for (const auto &from : enumTexts<ApplicationStatus>)
            for (const auto &to : enumTexts<ApplicationStatus>) {
                const bool expected = moves.contains(QLatin1String(from.text) + QLatin1Char('>') + QLatin1String(to.text));
                QCOMPARE(mayMove(from.value, to.value), expected);
                found += expected;
            }
        QCOMPARE(found, moves.size());
    }
    void decidedCancelledAndExpiredApplicationsStayAsTheyAre()
    {
        for (const auto &row : enumTexts<ApplicationStatus>)
            QCOMPARE(isFinal(row.value), row.value >= ApplicationStatus::Approved);
    }
    void everyOpenQueueEntryMayBeCancelledAndNoClosedOneMoves()
    {
        for (const auto &row : enumTexts<QueueStatus>) {
            QCOMPARE(mayMove(row.value, QueueStatus::Cancelled), isOpen(row.value));
            QCOMPARE(nextStatuses(row.value).isEmpty(), !isOpen(row.value));
        }
    }
    void priorityFollowsTheTable_data()
    {
        QTest::addColumn<bool>("flagged");
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<int>("minutesLeft");
        QTest::addColumn<int>("releases");
        QTest::addColumn<int>("expected");
        QTest::newRow("plain") << false << qint64(1'000'000) << 480 << 0 << 50;
        QTest::newRow("over 1 M") << false << qint64(1'000'001) << 480 << 0 << 45;
        QTest::newRow("over 2 M") << false << qint64(2'000'001) << 480 << 0 << 40;
        QTest::newRow("over 5 M") << false << qint64(5'000'001) << 480 << 0 << 35;
        QTest::newRow("under 8 h") << false << qint64(1) << 479 << 0 << 45;
        QTest::newRow("under 4 h") << false << qint64(1) << 239 << 0 << 40;
        QTest::newRow("under 2 h") << false << qint64(1) << 119 << 0 << 30;
        QTest::newRow("late") << false << qint64(1) << -600 << 0 << 30;
        QTest::newRow("released twice") << false << qint64(1) << 480 << 2 << 60;
        QTest::newRow("flagged") << true << qint64(1) << 480 << 0 << 10;
        QTest::newRow("flagged, large and late") << true << qint64(6'000'000) << 0 << 0 << 1;
        QTest::newRow("released for ever") << false << qint64(1) << 480 << 40 << 100;
    }
    void priorityFollowsTheTable()
    {
        QFETCH(bool, flagged);
        QFETCH(qint64, amount);
        QFETCH(int, minutesLeft);
        QFETCH(int, releases);
        QFETCH(int, expected);
        QCOMPARE(calculatePriority({flagged, Amount::whole(amount), std::chrono::minutes(minutesLeft), releases}).value, expected);
    }
    void waitingMovesACaseUpByTwentyAtMost()
    {
        QCOMPARE(agedPriority(50, 59min), 50);
        QCOMPARE(agedPriority(50, 61min), 49);
        QCOMPARE(agedPriority(50, 100h), 30);
        QCOMPARE(agedPriority(5, 100h), 1);
        QCOMPARE(agedPriority(50, -5h), 50);
    }
    void theServiceClockWarnsTwoHoursBefore()
    {
        const Instant deadline{};
        const SlaTimes times{deadline - 2h, deadline};
        QCOMPARE(slaStateAt(deadline - 2h, times, false), SlaState::Ok);
        QCOMPARE(slaStateAt(deadline - 2h + 1us, times, false), SlaState::Approaching);
        QCOMPARE(slaStateAt(deadline, times, false), SlaState::Breached);
        QCOMPARE(slaStateAt(deadline + 1h, times, true), SlaState::Paused);
    }
    void reasonsFitOneOutcome()
    {
        QVERIFY(reasonFits(ReasonCode::StableEmployment, DecisionOutcome::Approved));
        QVERIFY(!reasonFits(ReasonCode::StableEmployment, DecisionOutcome::Declined));
        QVERIFY(reasonFits(ReasonCode::IncomeTooLow, DecisionOutcome::Declined));
        QVERIFY(reasonFits(ReasonCode::Other, DecisionOutcome::Approved));
    }
    void theCatchUpClockReachesTheRealOneAndNeverGoesBack()
    {
        StillClock real;
        real.at = Instant(1000h);
        CatchUpClock clock(real, 9h, 10s);
        QCOMPARE(clock.now(), Instant(991h));
        real.at += 1h; // it does not catch up before it is told to
        QCOMPARE(clock.now(), Instant(992h));
        clock.begin();
        Instant before = clock.now();
        for (int i = 0; i < 120; ++i) {
            real.at += 100ms;
            QVERIFY(clock.now() >= before);
            before = clock.now();
        }
        QCOMPARE(clock.now(), real.at);
    }
};

QTEST_GUILESS_MAIN(TestStates)
#include "tst_states.moc"
