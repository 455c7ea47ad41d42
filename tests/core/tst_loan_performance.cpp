// What may be said of a loan after what was said before.
#include "core/application/LoanPerformance.h"

#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;
using enum LoanPerformance;

namespace {

const Instant kGranted = *instantFromIso(u"2026-01-10T10:00:00Z");
const Instant kNow = *instantFromIso(u"2026-11-24T10:00:00Z");

LoanObservation seen(LoanPerformance performance, int month, std::optional<int> days = {},
                     std::optional<int> months = {})
{
    return {performance, kGranted + 24h * 30 * month, days, months};
}

std::optional<OutcomeRefusal> after(const LoanObservation &last, const LoanObservation &next)
{
    return refusalOf(next, last, kGranted, kNow);
}

} // namespace

class TestLoanPerformance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void daysMakeTheState();
    void timesRunForward();
    void anEndedLoanStaysEnded();
    void monthsDoNotDecrease();
    void daysFitTheState();
};

void TestLoanPerformance::daysMakeTheState()
{
    for (const auto &[days, performance] :
         {std::pair{0, Current}, std::pair{29, Current}, std::pair{30, PastDue30}, std::pair{59, PastDue30},
          std::pair{60, PastDue60}, std::pair{89, PastDue60}, std::pair{90, PastDue90}, std::pair{1000, PastDue90}})
        QCOMPARE(performanceAt(days), performance);
    for (const LoanPerformance performance : {Current, PastDue30, PastDue60, PastDue90})
        QCOMPARE(performanceAt(leastDaysPastDue(performance)), performance);
}

void TestLoanPerformance::timesRunForward()
{
    QVERIFY(!refusalOf(seen(Current, 0), {}, kGranted, kNow));
    QCOMPARE(refusalOf({Current, kGranted - 1us, {}, {}}, {}, kGranted, kNow), OutcomeRefusal::BeforeDecision);
    QCOMPARE(refusalOf({Current, kNow + 1us, {}, {}}, {}, kGranted, kNow), OutcomeRefusal::InTheFuture);
    QCOMPARE(after(seen(Current, 3), seen(Current, 2)), OutcomeRefusal::NotLater);
    QCOMPARE(after(seen(Current, 3), seen(PastDue30, 3)), OutcomeRefusal::NotLater);
    QVERIFY(!after(seen(PastDue60, 3), seen(Current, 4))); // arrears are paid
}

void TestLoanPerformance::anEndedLoanStaysEnded()
{
    for (const LoanPerformance end : {Repaid, WrittenOff})
        for (const LoanPerformance next : {Current, PastDue30, Default, WrittenOff, Repaid})
            QCOMPARE(after(seen(end, 3), seen(next, 4)), OutcomeRefusal::LoanHasEnded);
    QCOMPARE(after(seen(Default, 3), seen(Current, 4)), OutcomeRefusal::LoanHasEnded);
    QCOMPARE(after(seen(Default, 3), seen(PastDue90, 4)), OutcomeRefusal::LoanHasEnded);
    for (const LoanPerformance next : {Default, WrittenOff, Repaid})
        QVERIFY(!after(seen(Default, 3), seen(next, 4)));
}

void TestLoanPerformance::monthsDoNotDecrease()
{
    QCOMPARE(after(seen(Current, 3, {}, 3), seen(Current, 4, {}, 2)), OutcomeRefusal::MonthsDecrease);
    QVERIFY(!after(seen(Current, 3, {}, 3), seen(Current, 4, {}, 3)));
    QVERIFY(!after(seen(Current, 3), seen(Current, 4, {}, 1)));
}

void TestLoanPerformance::daysFitTheState()
{
    QCOMPARE(refusalOf(seen(PastDue30, 1, 60), {}, kGranted, kNow), OutcomeRefusal::DaysDoNotFit);
    QVERIFY(!refusalOf(seen(PastDue30, 1, 45), {}, kGranted, kNow));
    QVERIFY(!refusalOf(seen(Default, 1, 200), {}, kGranted, kNow));
}

QTEST_APPLESS_MAIN(TestLoanPerformance)
#include "tst_loan_performance.moc"
