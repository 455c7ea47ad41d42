// Money, amounts and currencies.
#include "core/base/Money.h"

#include <QtTest>

using namespace countersign;

class TestMoney : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsNumbersWithTwoDecimalsExactly()
    {
        for (qint64 hundredths : {0LL, 1LL, 29LL, 100LL, 123'456'789'012'34LL, -5LL, 99'999'999'999'999LL}) {
            const auto amount = Amount::fromNumber(double(hundredths) / 100.0);
            QVERIFY(amount);
            QCOMPARE(amount->hundredths, hundredths);
        }
    }
    void refusesMoreThanTwoDecimalsAndWhatIsNoNumber()
    {
        QVERIFY(!Amount::fromNumber(0.001));
        QVERIFY(!Amount::fromNumber(1.005));
        QVERIFY(!Amount::fromNumber(1e300));
        QVERIFY(!Amount::fromNumber(std::numeric_limits<double>::infinity()));
        QVERIFY(!Amount::fromNumber(std::numeric_limits<double>::quiet_NaN()));
    }
    void refusesParasOfACurrencyWithoutMinorUnit()
    {
        const Currency yen = *Currency::fromCode(u"JPY");
        QCOMPARE(Money::fromAmount(Amount{150}, yen).error().reason, QStringLiteral("too_many_decimals"));
        QCOMPARE(Money::fromAmount(Amount{500}, yen)->minor(), 5);
        QCOMPARE(Money(5, yen).toAmount(), Amount{500});
    }
    void knowsNoMadeUpCurrency()
    {
        QVERIFY(!Currency::fromCode(u"XXZ"));
        QVERIFY(!Currency::fromCode(u"rsd"));
        QVERIFY(!Currency::fromCode(u""));
        QVERIFY(!Currency::fromCode(u"RSDX"));
    }
    void formatsWithDecimalsInTheMannerOfTheLocale()
    {
        const Money loan(120000000, *Currency::fromCode(u"RSD"));
        const QLocale serbian(QLocale::Serbian, QLocale::LatinScript, QLocale::Serbia);
        QCOMPARE(loan.format(serbian), QStringLiteral("1.200.000,00\u00a0RSD"));
        QCOMPARE(loan.format(QLocale::c()).remove(QLatin1Char(',')), QStringLiteral("1200000.00\u00a0RSD"));
    }
};

QTEST_GUILESS_MAIN(TestMoney)
#include "tst_money.moc"
