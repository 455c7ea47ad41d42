#include "server/auth/Passwords.h"
#include "server/auth/RefreshToken.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace countersign;

namespace {

/// Cheap enough for many hashes in a test.
PasswordCost cheap()
{
    PasswordCost cost;
    cost.operations = 1;
    cost.memory = 1 << 20;
    return cost;
}

} // namespace

class PasswordsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void verifiesWhatItHashed()
    {
        Passwords passwords(cheap());
        const auto hash = passwords.hash(QStringLiteral("lozinka šđčćž 12"));
        QVERIFY(hash->startsWith(QLatin1String("$argon2id$v=19$m=1024,t=1,p=1$")));
        QVERIFY(*passwords.verify(*hash, QStringLiteral("lozinka šđčćž 12")));
        QVERIFY(!*passwords.verify(*hash, QStringLiteral("lozinka šđčćž 13")));
        QVERIFY(!*passwords.verify(*hash, QString()));
        QVERIFY(*passwords.hash(QStringLiteral("same")) != *passwords.hash(QStringLiteral("same")));
    }

    void costsWhatIsPromised()
    {
        const auto hash = Passwords().hash(QStringLiteral("a password"));
        QVERIFY(hash->startsWith(QLatin1String("$argon2id$v=19$m=65536,t=3,p=1$")));
    }

    void takesNoTextForAHash()
    {
        Passwords passwords(cheap());
        for (const char *text : {"", "x", "$argon2id$", "$2b$12$abcdefghijklmnopqrstuv", "a password"})
            QVERIFY(!*passwords.verify(QLatin1String(text), QStringLiteral("a password")));
        QVERIFY(!*passwords.verifyNobody(QStringLiteral("a password")));
    }

    void verifiesBcryptOfOtherPrograms()
    {
        Passwords passwords(cheap());
        // From the test vectors of crypt_blowfish, Solar Designer, public domain.
        for (const char *kind : {"$2a$", "$2b$", "$2y$"}) {
            const QString hash = QLatin1String(kind) + QLatin1String("05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW");
            QVERIFY(*passwords.verify(hash, QStringLiteral("U*U")));
            QVERIFY(!*passwords.verify(hash, QStringLiteral("U*u")));
            QVERIFY(!*passwords.verify(hash, QStringLiteral("U*U") + QChar(0) + QStringLiteral("x")));
            QVERIFY(passwords.isOutdated(hash));
        }
        const QString costly = QStringLiteral("$2b$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW");
        QVERIFY(!*passwords.verify(costly, QStringLiteral("U*U"))); // would take days
        QVERIFY(!passwords.isOutdated(*passwords.hash(QStringLiteral("a password"))));
        QVERIFY(Passwords().isOutdated(*passwords.hash(QStringLiteral("a password"))));
    }

    void takesTheSameTimeForNobody()
    {
        PasswordCost cost = cheap();
        cost.memory = 16 << 20;
        Passwords passwords(cost);
        const QString hash = *passwords.hash(QStringLiteral("right"));
        const auto fastest = [](const auto &work) {
            qint64 best = std::numeric_limits<qint64>::max();
            for (int i = 0; i < 5; ++i) {
                QElapsedTimer timer;
                timer.start();
                work();
                best = std::min(best, timer.nsecsElapsed());
            }
            return double(best);
        };
        const double wrong = fastest([&] { (void)passwords.verify(hash, QStringLiteral("wrong")); });
        const double nobody = fastest([&] { (void)passwords.verifyNobody(QStringLiteral("wrong")); });
        QVERIFY2(nobody > wrong / 2 && nobody < wrong * 2, qPrintable(QStringLiteral("%1 %2").arg(wrong).arg(nobody)));
    }

    void turnsAwayWhatWouldQueueTooLong()
    {
        PasswordCost cost = cheap();
        cost.memory = 32 << 20;
        cost.waiting = 2;
        Passwords passwords(cost);
        std::atomic<int> done{0}, refused{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 24; ++i)
            threads.emplace_back([&] {
                const auto hash = passwords.hash(QStringLiteral("x"));
                (hash ? done : refused)++;
                if (!hash && hash.error().code != ErrorCode::Unavailable)
                    qFatal("another error than Unavailable");
            });
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY(done >= 4);
        QVERIFY(refused >= 1);
        QCOMPARE(done + refused, 24);
        QVERIFY(passwords.hash(QStringLiteral("x")).ok());
    }

    void readsRefreshTokensInOneFormOnly()
    {
        const QByteArray family = RefreshToken::makeFamilyKey();
        const RefreshToken token = RefreshToken::make(SessionId::make(Instant{}), family);
        const QString text = token.toText();
        const auto parsed = RefreshToken::parse(text);
        QVERIFY(parsed && parsed->session == token.session && parsed->secret == token.secret);
        QCOMPARE(parsed->hash(), token.hash());
        QVERIFY(!token.hash().contains(token.secret));
        QVERIFY(parsed->isOfFamily(family) && !parsed->isOfFamily(RefreshToken::makeFamilyKey()) && !parsed->isOfFamily({}));
        QVERIFY(parsed->hasHash(token.hash()) && !parsed->hasHash({}) && !parsed->hasHash(QByteArray(32, 'h')));
        for (const QString &bad : {QString(), text + QLatin1Char('='), text.chopped(1), text + QLatin1Char('A'),
                                   QLatin1Char(' ') + text, QString(text).replace(3, 1, QLatin1String("+")),
                                   QString(86, QLatin1Char('A'))})
            QVERIFY(!RefreshToken::parse(bad));
    }
};

QTEST_APPLESS_MAIN(PasswordsTest)
#include "tst_passwords.moc"
