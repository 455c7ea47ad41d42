// What the queue offers to whom, who stands back for good, and who is called.
#include "ServiceFixture.h"

#include <QtTest>

#include <thread>

using namespace countersign;
using namespace std::chrono_literals;

class TestQueueOffers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<ServiceFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init();

    void theMostUrgentComesFirst();
    void nothingIsOfferedWhenNothingWaits();
    void thirtyTwoWhoAskAtATimeGetThirtyTwoCases();
    void amountsAboveTheAuthorityAreNotOfferedNorGiven();
    void aSkipNeedsAReasonAndIsCounted();
    void onlyAnOfferedCaseIsSkipped();
    void whoStoodBackNeverGetsTheCase();
    void standingBackGivesTheOwnCaseBackUncounted();
    void theDatabaseKeepsARecusalByItself();
    void escalatingTellsTheSeniorsOnce();
    void aFlagMovesACaseToTheHead();
    void helpIsAskedForByWhoHasTheCase();

private:
    QueueService queue() { return QueueService(m_bank->context); }
    QueueId waiting(Amount amount = Amount::whole(600'000)) { return m_bank->entryOf(m_bank->route(600, amount)); }
    void limitAnalysts(int amount)
    {
        m_bank->sql.run(QStringLiteral("UPDATE tenants SET settings = '{\"authority_limits\": {\"analyst\": %1}}' WHERE slug = 'alpha'").arg(amount));
    }
    template <class T>
    static QString reasonOf(const Result<T> &result)
    {
        return result ? QStringLiteral("none") : result.error().reason;
    }

    std::unique_ptr<ServiceFixture> m_bank;
};

void TestQueueOffers::init()
{
    m_bank->sql.run(QStringLiteral("TRUNCATE applications, jobs, notifications CASCADE"));
    m_bank->sql.run(QStringLiteral("UPDATE tenants SET settings = '{}'"));
}

void TestQueueOffers::theMostUrgentComesFirst()
{
    const QueueId small = waiting();
    const QueueId large = waiting(Amount::whole(6'000'000));
    const QueueId flagged = waiting();
    QVERIFY(queue().flag(m_bank->senior, flagged, {true, QStringLiteral("a good customer")}, {}));
    QList<QueueId> order;
    for (int i = 0; i < 3; ++i)
        order.append(queue().next(m_bank->analyst, {})->item->queueId);
    QCOMPARE(order, (QList<QueueId>{flagged, large, small}));
}

void TestQueueOffers::nothingIsOfferedWhenNothingWaits()
{
    const auto none = queue().next(m_bank->analyst, {});
    QVERIFY(none);
    QVERIFY(!none->item);
    QCOMPARE(queue().next(Actor::system(m_bank->alpha), {}).error().code, ErrorCode::Forbidden);
}

void TestQueueOffers::thirtyTwoWhoAskAtATimeGetThirtyTwoCases()
{
    QList<Actor> analysts;
    for (int i = 0; i < 32; ++i) {
        analysts.append(m_bank->makePerson(QStringLiteral("asks%1@alpha.example").arg(i), Role::Analyst));
        waiting();
    }
    std::vector<std::thread> threads;
    std::atomic<int> given = 0;
    for (const Actor &analyst : analysts)
        threads.emplace_back([&] {
            const auto next = queue().next(analyst, {});
            given += next && next->item && next->item->analyst->id == *analyst.user ? 1 : 0;
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(given.load(), 32);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(DISTINCT analyst_id) FROM analyst_queues WHERE status = 'assigned'")).toInt(), 32);
}

void TestQueueOffers::amountsAboveTheAuthorityAreNotOfferedNorGiven()
{
    limitAnalysts(1'000'000);
    const QueueId large = waiting(Amount::whole(1'000'001));
    const QueueId atLimit = waiting(Amount::whole(1'000'000));
    QCOMPARE(queue().next(m_bank->analyst, {})->item->queueId, atLimit);
    QVERIFY(!queue().next(m_bank->analyst, {})->item);
    QCOMPARE(reasonOf(queue().assign(m_bank->analyst, large, {}, {})), QStringLiteral("above_authority"));
    QCOMPARE(reasonOf(queue().assign(m_bank->senior, large, {m_bank->analyst.user}, {})), QStringLiteral("above_authority"));
    QCOMPARE(queue().next(m_bank->senior, {})->item->queueId, large);
}

void TestQueueOffers::aSkipNeedsAReasonAndIsCounted()
{
    const QueueId first = waiting();
    m_bank->clock.advance(1min);
    const QueueId second = waiting();
    QCOMPARE(queue().next(m_bank->analyst, {})->item->queueId, first);
    QCOMPARE(queue().next(m_bank->analyst, {api::SkipCase{first, SkipReason::Language}})->item->queueId, second);
    QCOMPARE(m_bank->sql.row(QStringLiteral("SELECT skips, releases, status FROM analyst_queues WHERE id = '%1'").arg(first.toString())),
             (QVariantList{1, 0, QStringLiteral("pending")}));
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT reason FROM queue_skips")).toString(), QStringLiteral("language"));
    QVERIFY(!queue().next(m_bank->analyst, {})->item); // not offered again to who passed it over
    m_bank->clock.advance(13h);
    QCOMPARE(queue().next(m_bank->analyst, {})->item->queueId, first);
}

void TestQueueOffers::onlyAnOfferedCaseIsSkipped()
{
    const auto inHand = m_bank->startedCase(600, m_bank->analyst);
    QCOMPARE(reasonOf(queue().next(m_bank->analyst, {api::SkipCase{inHand.entry, SkipReason::NoTime}})), QStringLiteral("already_started"));
    QCOMPARE(reasonOf(queue().next(m_bank->otherAnalyst, {api::SkipCase{inHand.entry, SkipReason::NoTime}})), QStringLiteral("not_yours"));
    QCOMPARE(reasonOf(queue().next(m_bank->betaAnalyst, {api::SkipCase{inHand.entry, SkipReason::NoTime}})), QStringLiteral("not_found"));
}

void TestQueueOffers::whoStoodBackNeverGetsTheCase()
{
    const QueueId id = waiting();
    QVERIFY(queue().recuse(m_bank->analyst, id, {RecusalRelation::Relative}, {}));
    QVERIFY(queue().recuse(m_bank->analyst, id, {RecusalRelation::Relative}, {})); // again is the same
    QVERIFY(!queue().next(m_bank->analyst, {})->item);
    QCOMPARE(reasonOf(queue().assign(m_bank->analyst, id, {}, {})), QStringLiteral("recused"));
    QCOMPARE(reasonOf(queue().assign(m_bank->senior, id, {m_bank->analyst.user}, {})), QStringLiteral("recused"));
    m_bank->clock.advance(24h * 365);
    QVERIFY(!queue().next(m_bank->analyst, {})->item);
    QCOMPARE(queue().next(m_bank->otherAnalyst, {})->item->queueId, id);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT new_value ->> 'relation' FROM audit_logs WHERE action = 'recused' LIMIT 1")).toString(),
             QStringLiteral("relative"));
}

void TestQueueOffers::standingBackGivesTheOwnCaseBackUncounted()
{
    const auto inHand = m_bank->startedCase(600, m_bank->analyst);
    const auto back = queue().recuse(m_bank->analyst, inHand.entry, {RecusalRelation::Self}, {});
    QVERIFY(back);
    QCOMPARE(back->status, QueueStatus::Pending);
    QCOMPARE(back->releases, 0);
    QVERIFY(!back->analyst);
    QCOMPARE(reasonOf(queue().undo(m_bank->analyst, inHand.entry, {})), QStringLiteral("nothing_to_undo"));
}

void TestQueueOffers::theDatabaseKeepsARecusalByItself()
{
    const QueueId id = waiting();
    QVERIFY(queue().recuse(m_bank->analyst, id, {RecusalRelation::Friend}, {}));
    const QString failure = m_bank->sql.failureOf(
        QStringLiteral("UPDATE analyst_queues SET status = 'assigned', assigned_at = now(), analyst_id = '%1'").arg(m_bank->analyst.user->toString()));
    QVERIFY2(failure.contains(QLatin1String("analyst_queues_not_recused")) || failure.contains(QLatin1String("23514")), qPrintable(failure));
}

void TestQueueOffers::escalatingTellsTheSeniorsOnce()
{
    const QueueId id = waiting();
    const auto escalated = queue().escalate(m_bank->analyst, id, {QStringLiteral("the papers contradict each other")}, {});
    QVERIFY(escalated);
    QVERIFY(escalated->escalated);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM notifications WHERE kind = 'case_escalated'")).toInt(), 2);
    QCOMPARE(reasonOf(queue().escalate(m_bank->analyst, id, {QStringLiteral("again")}, {})), QStringLiteral("already_escalated"));
    const auto others = m_bank->startedCase(600, m_bank->otherAnalyst);
    QCOMPARE(reasonOf(queue().escalate(m_bank->analyst, others.entry, {QStringLiteral("not mine")}, {})), QStringLiteral("not_yours"));
    QCOMPARE(queue().escalate(m_bank->betaAnalyst, id, {QStringLiteral("foreign")}, {}).error().code, ErrorCode::NotFound);
}

void TestQueueOffers::aFlagMovesACaseToTheHead()
{
    waiting(Amount::whole(6'000'000));
    const QueueId id = waiting();
    QCOMPARE(queue().flag(m_bank->analyst, id, {true, QStringLiteral("asked for by the branch")}, {})->priority, 10);
    QCOMPARE(queue().list(m_bank->analyst, {})->items.first().queueId, id);
    QCOMPARE(queue().flag(m_bank->analyst, id, {false, QStringLiteral("by mistake")}, {})->priority, 50);
    m_bank->emptyQueue();
    QCOMPARE(reasonOf(queue().flag(m_bank->analyst, id, {true, QStringLiteral("too late")}, {})), QStringLiteral("transition_not_allowed"));
}

void TestQueueOffers::helpIsAskedForByWhoHasTheCase()
{
    const auto inHand = m_bank->startedCase(600, m_bank->analyst);
    QCOMPARE(reasonOf(queue().requestHelp(m_bank->otherAnalyst, inHand.entry, {HelpTopic::Policy}, {})), QStringLiteral("not_yours"));
    const auto asked = queue().requestHelp(m_bank->analyst, inHand.entry, {HelpTopic::Policy}, {});
    QVERIFY(asked);
    QCOMPARE(asked->helpRequestedAt, m_bank->clock.now());
    QCOMPARE(asked->status, QueueStatus::InProgress);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM notifications WHERE kind = 'help_requested'")).toInt(), 2);
    QVERIFY(!queue().release(m_bank->analyst, inHand.entry, {QStringLiteral("cannot")}, {})->helpRequestedAt);
}

QTEST_GUILESS_MAIN(TestQueueOffers)
#include "tst_queue_offers.moc"
