// The lot of second looks, and kappa against values computed elsewhere.
#include "core/decision/Agreement.h"
#include "core/decision/SecondLook.h"

#include <QTest>

#include <cmath>

using namespace countersign;

class TestSecondLooks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDrawIsTheSameForEverybody();
    void drawsAreSpreadEvenly();
    void theRateSaysHowManyAreChosen();
    void lowSideOverridesAreChosenWhereTheRulesSaySo();
    void kappaHasItsKnownValues_data();
    void kappaHasItsKnownValues();
    void withoutACaseOrWithOneAnswerThereIsNoKappa();
    void perfectAgreementIsOne();
};

void TestSecondLooks::aDrawIsTheSameForEverybody()
{
    // SHA-256 of seed and id, its first eight bytes as a number, modulo a million (Python's hashlib).
    const DecisionId id = *DecisionId::parse(QStringLiteral("0193596a-0000-7000-8000-000000000001"));
    QCOMPARE(drawOf(QByteArray(32, 'k'), id), 664411);
    QVERIFY(drawOf(QByteArray(32, 'l'), id) != 664411);
}

void TestSecondLooks::drawsAreSpreadEvenly()
{
    int chosen = 0;
    for (int i = 0; i < 50'000; ++i)
        chosen += drawOf(QByteArray(32, 's'), DecisionId::make(Instant(std::chrono::milliseconds(i)))) < chosenAt(0.02)
            ? 1
            : 0;
    QVERIFY2(std::abs(chosen - 1000) < 5 * 32, qPrintable(QString::number(chosen))); // five standard deviations
}

void TestSecondLooks::theRateSaysHowManyAreChosen()
{
    QCOMPARE(chosenAt(0.02), 20'000);
    const SecondLookRules rules{0.02, false};
    QCOMPARE(secondLookReason(19'999, false, rules), SecondLookReason::Sample);
    QVERIFY(!secondLookReason(20'000, false, rules));
    QVERIFY(!secondLookReason(0, false, {0, false}));
    QCOMPARE(secondLookReason(kDrawRange - 1, false, {1, false}), SecondLookReason::Sample);
}

void TestSecondLooks::lowSideOverridesAreChosenWhereTheRulesSaySo()
{
    QVERIFY(!secondLookReason(500'000, true, {0.02, false}));
    QCOMPARE(secondLookReason(500'000, true, {0.02, true}), SecondLookReason::LowSideOverride);
    QCOMPARE(secondLookReason(1, true, {0.02, true}),
             SecondLookReason::Sample); // the sample stays what the lot made it
    QVERIFY(!secondLookReason(500'000, false, {0.02, true}));
}

void TestSecondLooks::kappaHasItsKnownValues_data()
{
    QTest::addColumn<QList<int>>("counts");
    QTest::addColumn<double>("kappa");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    // Intervals by the delta method with numeric derivatives, not by the formula that is tested.
    QTest::newRow("Wikipedia's example") << QList<int>{20, 5, 10, 15} << 0.4 << 0.1510922904751 << 0.6489077095249;
    QTest::newRow("good agreement") << QList<int>{40, 9, 6, 45} << 0.6995192307692 << 0.5595903407538
                                    << 0.8394481207846;
    QTest::newRow("95 % the same, and worse than chance")
        << QList<int>{118, 5, 2, 0} << -0.0233918128655 << -0.0474734129335 << 0.0006897872025;
}

void TestSecondLooks::kappaHasItsKnownValues()
{
    QFETCH(QList<int>, counts);
    QFETCH(double, kappa);
    QFETCH(double, low);
    QFETCH(double, high);
    const auto found = kappaOf({counts[0], counts[1], counts[2], counts[3]});
    QVERIFY(found);
    QVERIFY(std::abs(found->value - kappa) < 1e-9);
    QVERIFY(std::abs(found->interval.low - low) < 1e-6);
    QVERIFY(std::abs(found->interval.high - high) < 1e-6);
}

void TestSecondLooks::withoutACaseOrWithOneAnswerThereIsNoKappa()
{
    QVERIFY(!kappaOf({}));
    QVERIFY(!kappaOf({30, 0, 0, 0}));
    QVERIFY(!kappaOf({0, 0, 0, 30}));
}

void TestSecondLooks::perfectAgreementIsOne()
{
    const auto kappa = kappaOf({12, 0, 0, 8});
    QCOMPARE(kappa->value, 1.0);
    QCOMPARE(kappa->interval, (Interval{1, 1}));
}

QTEST_APPLESS_MAIN(TestSecondLooks)
#include "tst_second_looks.moc"
