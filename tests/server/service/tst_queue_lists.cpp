// How cases come into the queue, how they are listed and counted.
#include "ServiceFixture.h"

#include <QtTest>

using namespace countersign;
using namespace std::chrono_literals;

class TestQueueLists : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<ServiceFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init()
    {
        m_bank->sql.run(QStringLiteral("TRUNCATE applications, jobs, notifications CASCADE"));
        m_bank->clock.set(*instantFromIso(u"2026-11-24T10:00:00Z"));
    }

    void plan_2_2_1_queueEntriesAreCreatedCorrectly();
    void plan_2_2_1_priorityIsCalculatedPerSpec_data();
    void plan_2_2_1_priorityIsCalculatedPerSpec();
    void plan_2_2_1_summaryReturnsCorrectCounts();
    void summaryHasTheShapeOfThePlan();
    void filtersLeaveWhatTheyName();

private:
    QueueService queue() { return QueueService(m_bank->context); }
    QueueId waiting(Amount amount = Amount::whole(600'000)) { return m_bank->entryOf(m_bank->route(600, amount)); }

    std::unique_ptr<ServiceFixture> m_bank;
};

void TestQueueLists::plan_2_2_1_queueEntriesAreCreatedCorrectly()
{
    const ApplicationId application = m_bank->route(600);
    const auto items = queue().list(m_bank->analyst, {})->items;
    QCOMPARE(items.size(), 1);
    const api::QueueItem &item = items.first();
    QCOMPARE(item.applicationId, application);
    QCOMPARE(item.status, QueueStatus::Pending);
    QCOMPARE(item.score, 600);
    QCOMPARE(item.routingReason, RouteReason::BorderlineScore);
    QCOMPARE(item.slaDeadline, m_bank->clock.now() + 8h);
    QCOMPARE(item.slaWarningAt, m_bank->clock.now() + 6h);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT score_at_routing FROM analyst_queues")).toInt(), 600);
}

void TestQueueLists::plan_2_2_1_priorityIsCalculatedPerSpec_data()
{
    QTest::addColumn<int>("amount");
    QTest::addColumn<bool>("flagged");
    QTest::addColumn<int>("expected");
    QTest::newRow("plain") << 1'000'000 << false << 50;
    QTest::newRow("above 1 M") << 1'000'001 << false << 45;
    QTest::newRow("above 2 M") << 2'000'001 << false << 40;
    QTest::newRow("above 5 M") << 5'000'001 << false << 35;
    QTest::newRow("flagged") << 600'000 << true << 10;
    QTest::newRow("flagged, above 5 M") << 5'000'001 << true << 1;
}

void TestQueueLists::plan_2_2_1_priorityIsCalculatedPerSpec()
{
    QFETCH(int, amount);
    QFETCH(bool, flagged);
    QFETCH(int, expected);
    auto create = m_bank->application(600, Amount::whole(amount));
    create.priorityCustomer = flagged;
    QVERIFY(IntakeService(m_bank->context).create(m_bank->sender, create));
    m_bank->scoreAll();
    QCOMPARE(queue().list(m_bank->analyst, {})->items.first().priority, expected);
}

void TestQueueLists::plan_2_2_1_summaryReturnsCorrectCounts()
{
    waiting();
    waiting();
    QVERIFY(queue().flag(m_bank->analyst, waiting(), {true, QStringLiteral("a good customer")}, {}));
    QVERIFY(queue().assign(m_bank->analyst, waiting(), {}, {}));
    m_bank->startedCase(600, m_bank->otherAnalyst);
    m_bank->clock.advance(5h);
    waiting();
    const auto summary = queue().summary(m_bank->analyst);
    QVERIFY(summary);
    QCOMPARE(summary->totalPending, 4);
    QCOMPARE(summary->totalAssigned, 1);
    QCOMPARE(summary->totalInProgress, 1);
    QCOMPARE(summary->approachingSla, 0);
    QCOMPARE(summary->breachedSla, 0);
    QCOMPARE(summary->byPriority.high, 1);
    QCOMPARE(summary->byPriority.medium, 5);
    QCOMPARE(summary->byPriority.low, 0);
    QCOMPARE(summary->mine, 1);
    m_bank->clock.advance(1h + 1us);
    QCOMPARE(queue().summary(m_bank->analyst)->approachingSla, 5);
    m_bank->clock.advance(2h);
    QCOMPARE(queue().summary(m_bank->analyst)->approachingSla, 0);
    QCOMPARE(queue().summary(m_bank->analyst)->breachedSla, 5);
}

void TestQueueLists::summaryHasTheShapeOfThePlan()
{
    const QJsonObject summary = Codec<api::QueueSummary>::write(*queue().summary(m_bank->analyst)).toObject();
    for (const char *name : {"total_pending", "total_assigned", "total_in_progress", "approaching_sla", "breached_sla"})
        QVERIFY2(summary.value(QLatin1String(name)).isDouble(), name);
    QCOMPARE(summary.value(QLatin1String("by_priority")).toObject().keys(),
             (QStringList{QStringLiteral("high"), QStringLiteral("low"), QStringLiteral("medium")}));
}

void TestQueueLists::filtersLeaveWhatTheyName()
{
    const QueueId large = waiting(Amount::whole(6'000'000));
    const QueueId mine = waiting();
    waiting();
    QVERIFY(queue().assign(m_bank->analyst, mine, {}, {}));
    const auto listed = [&](const api::QueueQuery &query) {
        const auto page = queue().list(m_bank->analyst, query);
        QList<QueueId> ids;
        for (const api::QueueItem &item : page->items)
            ids.append(item.queueId);
        return page->total == ids.size() ? ids : QList<QueueId>();
    };
    api::QueueQuery query;
    query.priorityMax = 35;
    QCOMPARE(listed(query), QList<QueueId>{large});
    query = {};
    query.analystId = QStringLiteral("me");
    QCOMPARE(listed(query), QList<QueueId>{mine});
    query.analystId = m_bank->analyst.user->toString();
    QCOMPARE(listed(query), QList<QueueId>{mine});
    query.analystId = QStringLiteral("none");
    QCOMPARE(listed(query).size(), 2);
    query = {};
    query.status = QueueStatus::Assigned;
    QCOMPARE(listed(query), QList<QueueId>{mine});
}

QTEST_GUILESS_MAIN(TestQueueLists)
#include "tst_queue_lists.moc"
