#include "server/auth/Totp.h"

#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const QByteArray kSecret = QByteArrayLiteral("12345678901234567890");
constexpr Instant kNow{std::chrono::seconds(1'764'000'000)};

} // namespace

class TotpTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesTheCodesOfTheStandard_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("code");
        // RFC 6238, appendix B, SHA-1.
        QTest::newRow("1970") << qint64(59) << "94287082";
        QTest::newRow("2005") << qint64(1111111109) << "07081804";
        QTest::newRow("2005, next step") << qint64(1111111111) << "14050471";
        QTest::newRow("2009") << qint64(1234567890) << "89005924";
        QTest::newRow("2033") << qint64(2000000000) << "69279037";
        QTest::newRow("2603") << qint64(20000000000) << "65353130";
    }
    void makesTheCodesOfTheStandard()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, code);
        const Instant now{std::chrono::seconds(seconds)};
        QCOMPARE(totp::codeOf(kSecret, totp::stepOf(now), 8), code);
        QCOMPARE(totp::codeOf(kSecret, totp::stepOf(now)), code.right(6));
        QCOMPARE(totp::stepOfCode(kSecret, code.right(6), now, 0), totp::stepOf(now));
    }

    void takesOneStepOfDrift()
    {
        const qint64 step = totp::stepOf(kNow);
        for (qint64 drift = -3; drift <= 3; ++drift) {
            const auto found = totp::stepOfCode(kSecret, totp::codeOf(kSecret, step + drift), kNow, 0);
            QCOMPARE(found.has_value(), qAbs(drift) <= 1);
            if (found)
                QCOMPARE(*found, step + drift);
        }
    }

    void noCodeIsGoodTwice()
    {
        const qint64 step = totp::stepOf(kNow);
        const QString code = totp::codeOf(kSecret, step);
        QCOMPARE(totp::stepOfCode(kSecret, code, kNow, step - 1), step);
        QVERIFY(!totp::stepOfCode(kSecret, code, kNow, step));
        QVERIFY(!totp::stepOfCode(kSecret, code, kNow, step + 1));
        QVERIFY(!totp::stepOfCode(kSecret, totp::codeOf(kSecret, step - 1), kNow, step)); // nor an older one after it
    }

    void takesNothingElse()
    {
        const QString code = totp::codeOf(kSecret, totp::stepOf(kNow));
        for (const QString &other : {QString(), code.left(5), code + QLatin1Char('0'), QLatin1Char(' ') + code.left(5),
                                     QStringLiteral("000000")})
            QVERIFY(!totp::stepOfCode(kSecret, other, kNow, 0));
        QVERIFY(!totp::stepOfCode(QByteArrayLiteral("12345678901234567891"), code, kNow, 0));
    }

    void writesSecretsAsAppsReadThem()
    {
        // RFC 4648, section 10.
        QCOMPARE(totp::toBase32("f"), QStringLiteral("MY"));
        QCOMPARE(totp::toBase32("fo"), QStringLiteral("MZXQ"));
        QCOMPARE(totp::toBase32("foo"), QStringLiteral("MZXW6"));
        QCOMPARE(totp::toBase32("foob"), QStringLiteral("MZXW6YQ"));
        QCOMPARE(totp::toBase32("foobar"), QStringLiteral("MZXW6YTBOI"));
        QCOMPARE(
            totp::otpauthUri(QStringLiteral("Demo bank"), QStringLiteral("a@b.example"), kSecret),
            QStringLiteral(
                "otpauth://totp/Demo%20bank:a%40b.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Demo%20bank"
                "&algorithm=SHA1&digits=6&period=30"));
        QCOMPARE(totp::makeSecret().size(), 20);
        QVERIFY(totp::makeSecret() != totp::makeSecret());
    }
};

QTEST_APPLESS_MAIN(TotpTest)
#include "tst_totp.moc"
