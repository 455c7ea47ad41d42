#include "server/auth/Revocations.h"
#include "tests/support/FakeClock.h"

#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;
using Standing = Revocations::Standing;

class RevocationsTest final : public QObject {
    Q_OBJECT

    FakeClock m_clock;
    Principal m_someone;

private Q_SLOTS:
    void init()
    {
        m_someone.userId = UserId(QUuid("0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a90"));
        m_someone.sessionId = SessionId(QUuid("0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a92"));
        m_someone.authzVersion = 7;
    }

    void knowsNothingBeforeTheFirstScan()
    {
        Revocations revocations(m_clock);
        QCOMPARE(revocations.of(m_someone), Standing::Unknown);
        revocations.replaceAll({});
        QCOMPARE(revocations.of(m_someone), Standing::Good);
    }

    void takesSessionsAndRightsBack()
    {
        Revocations revocations(m_clock);
        revocations.replaceAll({});
        QVERIFY(revocations.add("user 0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a90 7"));
        QCOMPARE(revocations.of(m_someone), Standing::Good);
        QVERIFY(revocations.add("user 0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a90 8"));
        QVERIFY(revocations.add("user 0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a90 3")); // arrives late and gives nothing back
        QCOMPARE(revocations.of(m_someone), Standing::Revoked);
        m_someone.authzVersion = 8;
        QCOMPARE(revocations.of(m_someone), Standing::Good);
        QVERIFY(revocations.add("session 0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a92"));
        QCOMPARE(revocations.of(m_someone), Standing::Revoked);
        revocations.replaceAll({{m_someone.sessionId}, {}});
        QCOMPARE(revocations.of(m_someone), Standing::Revoked);
    }

    void isUnsureWhileItHearsNothing()
    {
        Revocations revocations(m_clock);
        revocations.replaceAll({});
        m_clock.advance(14s);
        QCOMPARE(revocations.of(m_someone), Standing::Good);
        m_clock.advance(1s);
        QCOMPARE(revocations.of(m_someone), Standing::Unknown);
        revocations.replaceAll({});
        revocations.goDeaf();
        QCOMPARE(revocations.of(m_someone), Standing::Unknown);
        QVERIFY(revocations.add("session 0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a92"));
        QCOMPARE(revocations.of(m_someone), Standing::Revoked); // deaf or not
    }

    void passesOverWhatIsNotOurs()
    {
        Revocations revocations(m_clock);
        for (const char *notice :
             {"", "session", "session x", "user 0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a90", "user x 3",
              "user 0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a90 x", "all 1", "session 0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a92 "})
            QVERIFY2(!revocations.add(notice), notice);
    }
};

QTEST_APPLESS_MAIN(RevocationsTest)
#include "tst_revocations.moc"
