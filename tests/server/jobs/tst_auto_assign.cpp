// Cases that nobody takes are given, near their deadline, to who has room.
#include "tests/server/service/ServiceFixture.h"

#include "server/service/AutoAssignService.h"

#include <QtTest>

using namespace countersign;
using namespace std::chrono_literals;

class TestAutoAssign : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<ServiceFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init()
    {
        m_bank->sql.run(QStringLiteral("TRUNCATE applications, jobs, notifications CASCADE"));
        m_bank->sql.run(QStringLiteral("UPDATE tenants SET settings = '{}'"));
        m_bank->clock.set(*instantFromIso(u"2026-11-24T10:00:00Z"));
    }

    void onlyCasesNearTheirDeadlineAreGiven();
    void whoHasTheFewestGetsTheNext();
    void seniorsGetWhatIsLeft();
    void whoStoodBackIsPassedBy();
    void amountsAboveTheAuthorityGoToSeniors();
    void whenEverybodyIsFullTheRestWaits();

private:
    int given()
    {
        const auto given = AutoAssignService(m_bank->context).run();
        return given ? *given : -1;
    }
    QString casesOf(const Actor &actor)
    {
        return m_bank->sql.value(QStringLiteral("SELECT count(*) FROM analyst_queues WHERE analyst_id = '%1' AND status = 'assigned'")
                                     .arg(actor.user->toString())).toString();
    }

    std::unique_ptr<ServiceFixture> m_bank;
};

void TestAutoAssign::onlyCasesNearTheirDeadlineAreGiven()
{
    const ApplicationId application = m_bank->route(600);
    m_bank->clock.advance(5h);
    m_bank->route(600);
    QCOMPARE(given(), 0);
    m_bank->clock.advance(61min);
    QCOMPARE(given(), 1);
    QCOMPARE(m_bank->sql.row(QStringLiteral("SELECT status, assigned_at IS NOT NULL FROM analyst_queues WHERE application_id = '%1'").arg(application.toString())),
             (QVariantList{QStringLiteral("assigned"), true}));
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM notifications WHERE kind = 'case_assigned'")).toInt(), 1);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM audit_logs WHERE action = 'auto_assigned'")).toInt(), 1);
    QCOMPARE(given(), 0);
}

void TestAutoAssign::whoHasTheFewestGetsTheNext()
{
    m_bank->startedCase(600, m_bank->analyst);
    m_bank->startedCase(600, m_bank->analyst);
    for (int i = 0; i < 4; ++i)
        m_bank->route(600);
    m_bank->clock.advance(7h);
    QCOMPARE(given(), 4);
    QCOMPARE(casesOf(m_bank->analyst), QStringLiteral("1")); // 3 and 3
    QCOMPARE(casesOf(m_bank->otherAnalyst), QStringLiteral("3"));
    QCOMPARE(casesOf(m_bank->senior), QStringLiteral("0"));
}

void TestAutoAssign::seniorsGetWhatIsLeft()
{
    for (int i = 0; i < 12; ++i)
        m_bank->route(600);
    m_bank->clock.advance(7h);
    QCOMPARE(given(), 12);
    QCOMPARE(casesOf(m_bank->senior), QStringLiteral("2"));
    QCOMPARE(casesOf(m_bank->admin), QStringLiteral("0"));
}

void TestAutoAssign::whoStoodBackIsPassedBy()
{
    const QueueId id = m_bank->entryOf(m_bank->route(600));
    const QueueService queue(m_bank->context);
    QVERIFY(queue.recuse(m_bank->analyst, id, {RecusalRelation::Relative}, {}));
    QVERIFY(queue.recuse(m_bank->senior, id, {RecusalRelation::Relative}, {}));
    m_bank->clock.advance(7h);
    QCOMPARE(given(), 1);
    QCOMPARE(casesOf(m_bank->otherAnalyst), QStringLiteral("1"));
}

void TestAutoAssign::amountsAboveTheAuthorityGoToSeniors()
{
    m_bank->sql.run(QStringLiteral("UPDATE tenants SET settings = '{\"authority_limits\": {\"analyst\": 1000000}}' WHERE slug = 'alpha'"));
    m_bank->route(600, Amount::whole(3'000'000));
    m_bank->clock.advance(7h);
    QCOMPARE(given(), 1);
    QCOMPARE(casesOf(m_bank->senior), QStringLiteral("1"));
}

void TestAutoAssign::whenEverybodyIsFullTheRestWaits()
{
    for (int i = 0; i < 17; ++i)
        m_bank->route(600);
    m_bank->clock.advance(7h);
    QCOMPARE(given(), 15);
    QCOMPARE(QueueService(m_bank->context).summary(m_bank->senior)->totalPending, 2);
}

QTEST_GUILESS_MAIN(TestAutoAssign)
#include "tst_auto_assign.moc"
