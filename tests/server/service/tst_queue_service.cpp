// Moves of queue entries: who may make them, what they change, and that racing ones cannot outrun the rules.
#include "ServiceFixture.h"

#include "server/service/CaseService.h"

#include <QtTest>

#include <thread>

using namespace countersign;

class TestQueueService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<ServiceFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init() { m_bank->sql.run(QStringLiteral("TRUNCATE applications, jobs CASCADE")); }

    void aCaseIsTakenStartedAndReleased();
    void movesAreRecorded();
    void onlySeniorsGiveCasesToOthers();
    void casesGoOnlyToWhoMayReview_data();
    void casesGoOnlyToWhoMayReview();
    void onlyOnesOwnCaseIsStartedOrReleased();
    void seniorsReleaseForOthers();
    void movesThatAreNotAllowedSayWhatIs();
    void aStaleVersionIsRefused();
    void theThirdReleaseEscalates();
    void pagesByCursorAreTheWholeListInItsOrder_data();
    void pagesByCursorAreTheWholeListInItsOrder();
    void otherTenantsFindNothing();
    void thirtyTwoThreadsGiveFiveCasesAtMost();
    void oneOfManyAnalystsGetsTheCase();

private:
    QueueService queue() { return QueueService(m_bank->context); }
    QueueId waiting() { return m_bank->entryOf(m_bank->route(600)); }
    static QString reasonOf(const Result<api::QueueItem> &result)
    {
        return result ? QStringLiteral("none") : result.error().reason;
    }

    std::unique_ptr<ServiceFixture> m_bank;
};

void TestQueueService::aCaseIsTakenStartedAndReleased()
{
    const QueueId id = waiting();
    const auto assigned = queue().assign(m_bank->analyst, id, {}, 1);
    QVERIFY(assigned);
    QCOMPARE(assigned->status, QueueStatus::Assigned);
    QCOMPARE(assigned->analyst->id, *m_bank->analyst.user);
    QCOMPARE(assigned->analyst->name, QStringLiteral("analyst"));
    QCOMPARE(assigned->version, 2);
    m_bank->clock.advance(std::chrono::minutes(7));
    const auto started = queue().start(m_bank->analyst, id, 2);
    QVERIFY(started);
    QCOMPARE(started->status, QueueStatus::InProgress);
    QCOMPARE(started->startedAt, m_bank->clock.now());
    QCOMPARE(started->waitTimeMinutes, 7);
    const auto released = queue().release(m_bank->analyst, id, {QStringLiteral("I know the applicant")}, 3);
    QVERIFY(released);
    QCOMPARE(released->status, QueueStatus::Pending);
    QVERIFY(!released->analyst);
    QVERIFY(!released->startedAt);
    QCOMPARE(released->releases, 1);
    QVERIFY(!released->escalated);
    QCOMPARE(released->version, 4);
    QCOMPARE(queue().assign(m_bank->otherAnalyst, id, {}, {})->analyst->id, *m_bank->otherAnalyst.user);
}

void TestQueueService::movesAreRecorded()
{
    const ApplicationId application =
        IntakeService(m_bank->context).create(m_bank->sender, m_bank->application(600))->id;
    m_bank->clock.advance(std::chrono::seconds(1));
    m_bank->scoreAll();
    const QueueId id = m_bank->entryOf(application);
    m_bank->clock.advance(std::chrono::seconds(1));
    QVERIFY(queue().assign(m_bank->analyst, id, {}, {}));
    m_bank->clock.advance(std::chrono::seconds(1));
    QVERIFY(queue().start(m_bank->analyst, id, {}));
    m_bank->clock.advance(std::chrono::seconds(1));
    QVERIFY(queue().release(m_bank->analyst, id, {QStringLiteral("lunch")}, {}));
    const auto timeline = CaseService(m_bank->context).detail(m_bank->senior, application)->timeline;
    QStringList events;
    for (const api::TimelineEntry &entry : timeline)
        events.append(entry.event);
    QCOMPARE(events,
             (QStringList{QStringLiteral("received"), QStringLiteral("scored"), QStringLiteral("assigned"),
                          QStringLiteral("started"), QStringLiteral("released")}));
    QCOMPARE(timeline.last().actor, QStringLiteral("analyst"));
}

void TestQueueService::onlySeniorsGiveCasesToOthers()
{
    const QueueId id = waiting();
    const auto refused = queue().assign(m_bank->analyst, id, {m_bank->otherAnalyst.user}, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Forbidden);
    const auto given = queue().assign(m_bank->senior, id, {m_bank->otherAnalyst.user}, {});
    QVERIFY(given);
    QCOMPARE(given->analyst->id, *m_bank->otherAnalyst.user);
    QCOMPARE(queue().assign(Actor::system(m_bank->alpha), id, {}, {}).error().code, ErrorCode::Forbidden);
}

void TestQueueService::casesGoOnlyToWhoMayReview_data()
{
    QTest::addColumn<QString>("who");
    QTest::newRow("a user who may only read") << "reader";
    QTest::newRow("an analyst who has left") << "left";
    QTest::newRow("an analyst of another bank") << "beta";
    QTest::newRow("nobody") << "nobody";
}

void TestQueueService::casesGoOnlyToWhoMayReview()
{
    QFETCH(QString, who);
    const QString email = QStringLiteral("%1@alpha.example").arg(who);
    UserId user = UserId::make(m_bank->clock.now());
    if (who == QLatin1String("reader"))
        user = *m_bank->makePerson(email, Role::Readonly).user;
    if (who == QLatin1String("left")) {
        user = *m_bank->makePerson(email, Role::Analyst).user;
        m_bank->sql.run(QStringLiteral("UPDATE users SET is_active = false WHERE id = '%1'").arg(user.toString()));
    }
    if (who == QLatin1String("beta"))
        user = *m_bank->betaAnalyst.user;
    const auto refused = queue().assign(m_bank->senior, waiting(), {user}, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
    QCOMPARE(refused.error().fields.first().path, QStringLiteral("analyst_id"));
    QCOMPARE(refused.error().fields.first().code, QStringLiteral("cannot_review"));
}

void TestQueueService::onlyOnesOwnCaseIsStartedOrReleased()
{
    const QueueId id = waiting();
    QVERIFY(queue().assign(m_bank->analyst, id, {}, {}));
    QCOMPARE(reasonOf(queue().start(m_bank->otherAnalyst, id, {})), QStringLiteral("not_yours"));
    QCOMPARE(reasonOf(queue().start(m_bank->senior, id, {})), QStringLiteral("not_yours"));
    QCOMPARE(reasonOf(queue().release(m_bank->otherAnalyst, id, {QStringLiteral("no")}, {})),
             QStringLiteral("not_yours"));
    QVERIFY(queue().start(m_bank->analyst, id, {}));
}

void TestQueueService::seniorsReleaseForOthers()
{
    const QueueId id = waiting();
    QVERIFY(queue().assign(m_bank->analyst, id, {}, {}));
    const auto released = queue().release(m_bank->senior, id, {QStringLiteral("on holiday")}, {});
    QVERIFY(released);
    QCOMPARE(released->status, QueueStatus::Pending);
}

void TestQueueService::movesThatAreNotAllowedSayWhatIs()
{
    const QueueId id = waiting();
    const auto early = queue().start(m_bank->analyst, id, {});
    QCOMPARE(reasonOf(early), QStringLiteral("transition_not_allowed"));
    QVERIFY2(early.error().detail.contains(QStringLiteral("may become: assigned, cancelled")),
             qPrintable(early.error().detail));
    QCOMPARE(reasonOf(queue().release(m_bank->analyst, id, {QStringLiteral("no")}, {})),
             QStringLiteral("transition_not_allowed"));
    QVERIFY(queue().assign(m_bank->analyst, id, {}, {}));
    QCOMPARE(reasonOf(queue().assign(m_bank->otherAnalyst, id, {}, {})), QStringLiteral("transition_not_allowed"));
    QVERIFY(queue().start(m_bank->analyst, id, {}));
    QCOMPARE(reasonOf(queue().start(m_bank->analyst, id, {})), QStringLiteral("transition_not_allowed"));
    m_bank->sql.run(QStringLiteral("UPDATE analyst_queues SET status = 'cancelled'"));
    QCOMPARE(reasonOf(queue().assign(m_bank->analyst, id, {}, {})), QStringLiteral("transition_not_allowed"));
}

void TestQueueService::aStaleVersionIsRefused()
{
    const QueueId id = waiting();
    QCOMPARE(reasonOf(queue().assign(m_bank->analyst, id, {}, 7)), QStringLiteral("stale_version"));
    QVERIFY(queue().assign(m_bank->analyst, id, {}, 1));
    QCOMPARE(reasonOf(queue().start(m_bank->analyst, id, 1)), QStringLiteral("stale_version"));
    QCOMPARE(reasonOf(queue().release(m_bank->analyst, id, {QStringLiteral("no")}, 1)),
             QStringLiteral("stale_version"));
}

void TestQueueService::theThirdReleaseEscalates()
{
    const QueueId id = waiting();
    const int before = queue().list(m_bank->analyst, {})->items.first().priority;
    for (int round = 1; round <= 3; ++round) {
        QVERIFY(queue().assign(m_bank->analyst, id, {}, {}));
        const auto released = queue().release(m_bank->analyst, id, {QStringLiteral("again")}, {});
        QVERIFY(released);
        QCOMPARE(released->releases, round);
        QCOMPARE(released->escalated, round == 3);
        QCOMPARE(released->priority, before + 5 * round);
    }
}

void TestQueueService::pagesByCursorAreTheWholeListInItsOrder_data()
{
    QTest::addColumn<QString>("sort");
    QTest::addColumn<bool>("ascending");
    for (const auto &row : enumTexts<api::QueueSort>)
        for (const bool ascending : {true, false})
            QTest::addRow("%s %s", row.text, ascending ? "ascending" : "descending")
                << QString::fromLatin1(row.text) << ascending;
}

void TestQueueService::pagesByCursorAreTheWholeListInItsOrder()
{
    QFETCH(QString, sort);
    QFETCH(bool, ascending);
    for (const int amount : {6'000'000, 600'000, 3'000'000, 600'000, 600'000, 1'500'000, 600'000}) {
        m_bank->route(600, Amount::whole(amount));
        m_bank->clock.advance(std::chrono::minutes(47));
    }
    api::QueueQuery query;
    query.sortBy = *fromText<api::QueueSort>(sort);
    query.sortOrder = ascending ? SortOrder::Asc : SortOrder::Desc;
    QList<QueueId> whole;
    QList<qint64> keys;
    const auto all = queue().list(m_bank->analyst, query);
    QVERIFY(all);
    for (const api::QueueItem &item : all->items) {
        whole.append(item.queueId);
        const qint64 deadline = item.slaDeadline.time_since_epoch().count(); // entries arrive and fall due in one order
        const bool byPriority = sort == QLatin1String("urgency") || sort == QLatin1String("priority");
        keys.append((ascending ? 1 : -1) * (byPriority ? item.priority : deadline));
    }
    QCOMPARE(whole.size(), 7);
    QVERIFY(std::is_sorted(keys.begin(), keys.end()));
    QList<QueueId> paged;
    query.pageSize = 2;
    do {
        const auto page = queue().list(m_bank->analyst, query);
        QVERIFY(page);
        QCOMPARE(page->total, 7);
        for (const api::QueueItem &item : page->items)
            paged.append(item.queueId);
        query.cursor = page->nextCursor;
    } while (query.cursor);
    QCOMPARE(paged, whole);
}

void TestQueueService::otherTenantsFindNothing()
{
    const QueueId id = waiting();
    QCOMPARE(queue().assign(m_bank->betaAnalyst, id, {}, {}).error().code, ErrorCode::NotFound);
    QVERIFY(queue().assign(m_bank->analyst, id, {}, {}));
    QCOMPARE(queue().start(m_bank->betaAnalyst, id, {}).error().code, ErrorCode::NotFound);
    QCOMPARE(queue().release(m_bank->betaAnalyst, id, {QStringLiteral("mine")}, {}).error().code, ErrorCode::NotFound);
    QCOMPARE(queue().list(m_bank->betaAnalyst, {})->total, 0);
    QCOMPARE(queue().summary(m_bank->betaAnalyst)->totalAssigned, 0);
    QCOMPARE(queue().summary(m_bank->analyst)->totalAssigned, 1);
}

void TestQueueService::thirtyTwoThreadsGiveFiveCasesAtMost()
{
    QList<QueueId> entries;
    for (int i = 0; i < 32; ++i)
        entries.append(waiting());
    std::vector<std::thread> threads;
    std::atomic<int> taken = 0;
    std::atomic<int> full = 0;
    for (const QueueId id : entries)
        threads.emplace_back([&, id] {
            const auto assigned = queue().assign(m_bank->analyst, id, {}, {});
            taken += assigned ? 1 : 0;
            full += reasonOf(assigned) == QLatin1String("workload_full") ? 1 : 0;
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(taken.load(), kMaxActiveCases);
    QCOMPARE(full.load(), 32 - kMaxActiveCases);
    QCOMPARE(queue().summary(m_bank->analyst)->mine, kMaxActiveCases);
}

void TestQueueService::oneOfManyAnalystsGetsTheCase()
{
    QList<Actor> analysts;
    for (int i = 0; i < 12; ++i)
        analysts.append(m_bank->makePerson(QStringLiteral("race%1@alpha.example").arg(i), Role::Analyst));
    const QueueId id = waiting();
    std::vector<std::thread> threads;
    std::atomic<int> taken = 0;
    std::atomic<int> late = 0;
    for (const Actor &analyst : analysts)
        threads.emplace_back([&] {
            const auto assigned = queue().assign(analyst, id, {}, {});
            taken += assigned ? 1 : 0;
            late += reasonOf(assigned) == QLatin1String("transition_not_allowed") ? 1 : 0;
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(taken.load(), 1);
    QCOMPARE(late.load(), 11);
}

QTEST_GUILESS_MAIN(TestQueueService)
#include "tst_queue_service.moc"
