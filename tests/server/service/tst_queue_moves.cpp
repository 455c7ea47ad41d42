// Giving, taking back and moving many: who may, what counts, and what ten seconds allow.
#include "ServiceFixture.h"

#include <QtTest>

using namespace countersign;
using namespace std::chrono_literals;

class TestQueueMoves : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<ServiceFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init() { m_bank->sql.run(QStringLiteral("TRUNCATE applications, jobs, notifications CASCADE")); }

    void plan_2_2_2_assignmentWorks();
    void plan_2_2_2_workloadLimitsAreEnforced();
    void plan_2_2_2_releaseResetsCorrectly();
    void seniorsTakeCasesFromOneAndGiveThemToAnother();
    void aReleaseIsTakenBackUncounted();
    void everyMoveIsTakenBack();
    void undoIsForTheSamePersonWithinTenSeconds();
    void undoIsForTheLastMoveAlone();
    void undoDoesNotOutrunTheWorkload();
    void manyAreMovedOneByOne();
    void releasingManyNeedsAReason();
    void theThirdReleaseTellsTheSeniors();
    void theWorkloadShowsWhoHasRoom();

private:
    QueueService queue() { return QueueService(m_bank->context); }
    QueueId waiting() { return m_bank->entryOf(m_bank->route(600)); }
    QStringList notices(const QString &kind)
    {
        QStringList names;
        for (const QVariant &name : m_bank->sql.column(QStringLiteral("SELECT u.name FROM notifications n JOIN users u ON u.id = n.user_id "
                                                                      "WHERE n.kind = '%1' ORDER BY u.name").arg(kind)))
            names.append(name.toString());
        return names;
    }
    template <class T>
    static QString reasonOf(const Result<T> &result)
    {
        return result ? QStringLiteral("none") : result.error().reason;
    }

    std::unique_ptr<ServiceFixture> m_bank;
};

void TestQueueMoves::plan_2_2_2_assignmentWorks()
{
    const QueueId id = waiting();
    const auto given = queue().assign(m_bank->senior, id, {m_bank->analyst.user}, {});
    QVERIFY(given);
    QCOMPARE(given->status, QueueStatus::Assigned);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT assigned_at = '2026-11-24T10:00Z' FROM analyst_queues")).toBool(), true);
    QCOMPARE(notices(QStringLiteral("case_assigned")), QStringList{QStringLiteral("analyst")});
    QVERIFY(queue().assign(m_bank->analyst, waiting(), {}, {}));
    QCOMPARE(notices(QStringLiteral("case_assigned")).size(), 1); // nobody is told of what he took himself
}

void TestQueueMoves::plan_2_2_2_workloadLimitsAreEnforced()
{
    for (int i = 0; i < kMaxActiveCases; ++i)
        QVERIFY(queue().assign(m_bank->analyst, waiting(), {}, {}));
    QCOMPARE(reasonOf(queue().assign(m_bank->analyst, waiting(), {}, {})), QStringLiteral("workload_full"));
    QCOMPARE(reasonOf(queue().assign(m_bank->senior, waiting(), {m_bank->analyst.user}, {})), QStringLiteral("workload_full"));
    QCOMPARE(reasonOf(queue().next(m_bank->analyst, {})), QStringLiteral("workload_full"));
}

void TestQueueMoves::plan_2_2_2_releaseResetsCorrectly()
{
    const QueueId id = waiting();
    const int before = queue().list(m_bank->analyst, {})->items.first().priority;
    QVERIFY(queue().assign(m_bank->analyst, id, {}, {}));
    QVERIFY(queue().start(m_bank->analyst, id, {}));
    const auto released = queue().release(m_bank->analyst, id, {QStringLiteral("ill")}, {});
    QVERIFY(released);
    QCOMPARE(released->priority, before + 5);
    QCOMPARE(m_bank->sql.row(QStringLiteral("SELECT status, analyst_id IS NULL, assigned_at IS NULL, started_at IS NULL FROM analyst_queues")),
             (QVariantList{QStringLiteral("pending"), true, true, true}));
}

void TestQueueMoves::seniorsTakeCasesFromOneAndGiveThemToAnother()
{
    const auto inHand = m_bank->startedCase(600, m_bank->analyst);
    const auto moved = queue().assign(m_bank->senior, inHand.entry, {m_bank->otherAnalyst.user}, {});
    QVERIFY(moved);
    QCOMPARE(moved->analyst->id, *m_bank->otherAnalyst.user);
    QCOMPARE(moved->status, QueueStatus::Assigned);
    QCOMPARE(moved->releases, 0);
    QVERIFY(!moved->startedAt);
    QCOMPARE(reasonOf(queue().assign(m_bank->senior, inHand.entry, {m_bank->otherAnalyst.user}, {})), QStringLiteral("transition_not_allowed"));
    m_bank->sql.run(QStringLiteral("UPDATE analyst_queues SET status = 'awaiting_approval'"));
    QCOMPARE(reasonOf(queue().assign(m_bank->senior, inHand.entry, {m_bank->analyst.user}, {})), QStringLiteral("transition_not_allowed"));
}

void TestQueueMoves::aReleaseIsTakenBackUncounted()
{
    const auto inHand = m_bank->startedCase(600, m_bank->analyst);
    const Instant started = m_bank->clock.now();
    m_bank->clock.advance(1min);
    const auto released = queue().release(m_bank->analyst, inHand.entry, {QStringLiteral("by mistake")}, {});
    QVERIFY(released);
    m_bank->clock.advance(10s);
    const auto back = queue().undo(m_bank->analyst, inHand.entry, released->version);
    QVERIFY(back);
    QCOMPARE(back->status, QueueStatus::InProgress);
    QCOMPARE(back->analyst->id, *m_bank->analyst.user);
    QCOMPARE(back->startedAt, started);
    QCOMPARE(back->releases, 0);
    QCOMPARE(back->priority, 50);
    QCOMPARE(reasonOf(queue().undo(m_bank->analyst, inHand.entry, {})), QStringLiteral("nothing_to_undo"));
}

void TestQueueMoves::everyMoveIsTakenBack()
{
    const QueueId id = waiting();
    QVERIFY(queue().assign(m_bank->analyst, id, {}, {}));
    QCOMPARE(queue().undo(m_bank->analyst, id, {})->status, QueueStatus::Pending);
    QVERIFY(queue().assign(m_bank->analyst, id, {}, {}));
    QVERIFY(queue().start(m_bank->analyst, id, {}));
    QCOMPARE(queue().undo(m_bank->analyst, id, {})->status, QueueStatus::Assigned);
    QVERIFY(queue().escalate(m_bank->analyst, id, {QStringLiteral("unsure")}, {})->escalated);
    QVERIFY(!queue().undo(m_bank->analyst, id, {})->escalated);
    QCOMPARE(queue().flag(m_bank->analyst, id, {true, QStringLiteral("a good customer")}, {})->priority, 10);
    const auto unflagged = queue().undo(m_bank->analyst, id, {});
    QVERIFY(!unflagged->flagged);
    QCOMPARE(unflagged->priority, 50);
    QCOMPARE(unflagged->priorityReason, QStringLiteral("start 50"));
}

void TestQueueMoves::undoIsForTheSamePersonWithinTenSeconds()
{
    const QueueId id = waiting();
    QCOMPARE(reasonOf(queue().undo(m_bank->analyst, id, {})), QStringLiteral("nothing_to_undo"));
    QVERIFY(queue().assign(m_bank->senior, id, {m_bank->analyst.user}, {}));
    QCOMPARE(reasonOf(queue().undo(m_bank->analyst, id, {})), QStringLiteral("nothing_to_undo"));
    m_bank->clock.advance(10s + 1us);
    QCOMPARE(reasonOf(queue().undo(m_bank->senior, id, {})), QStringLiteral("nothing_to_undo"));
    QCOMPARE(queue().undo(m_bank->betaAnalyst, id, {}).error().code, ErrorCode::NotFound);
}

void TestQueueMoves::undoIsForTheLastMoveAlone()
{
    const auto inHand = m_bank->startedCase(650, m_bank->analyst);
    QVERIFY(DecisionService(m_bank->context).create(m_bank->analyst, approval(inHand)));
    QCOMPARE(reasonOf(queue().undo(m_bank->analyst, inHand.entry, {})), QStringLiteral("nothing_to_undo"));
    QCOMPARE(m_bank->statusOf(inHand.application), QStringLiteral("approved"));
}

void TestQueueMoves::undoDoesNotOutrunTheWorkload()
{
    const QueueId first = waiting();
    QVERIFY(queue().assign(m_bank->analyst, first, {}, {}));
    QVERIFY(queue().release(m_bank->analyst, first, {QStringLiteral("by mistake")}, {}));
    for (int i = 0; i < kMaxActiveCases; ++i)
        QVERIFY(queue().assign(m_bank->analyst, waiting(), {}, {}));
    QCOMPARE(reasonOf(queue().undo(m_bank->analyst, first, {})), QStringLiteral("workload_full"));
}

void TestQueueMoves::manyAreMovedOneByOne()
{
    const QueueId taken = waiting();
    QVERIFY(queue().assign(m_bank->analyst, taken, {}, {}));
    api::QueueBulk request{api::QueueBulkAction::Assign, {taken, QueueId::make(m_bank->clock.now())}, m_bank->otherAnalyst.user, {}};
    for (int i = 0; i < kMaxActiveCases; ++i)
        request.queueIds.append(waiting());
    const auto moved = queue().moveMany(m_bank->senior, request);
    QVERIFY(moved);
    QCOMPARE(moved->done, kMaxActiveCases);
    QCOMPARE(moved->refused, 2);
    QCOMPARE(moved->items[0].item->analyst->id, *m_bank->otherAnalyst.user);
    QCOMPARE(moved->items[1].code, QStringLiteral("not_found"));
    QCOMPARE(moved->items.last().code, QStringLiteral("workload_full"));
    request = {api::QueueBulkAction::Release, request.queueIds, {}, QStringLiteral("on holiday")};
    const auto released = queue().moveMany(m_bank->senior, request);
    QVERIFY(released);
    QCOMPARE(released->done, kMaxActiveCases);
    QCOMPARE(queue().summary(m_bank->senior)->totalPending, 6);
}

void TestQueueMoves::releasingManyNeedsAReason()
{
    const auto refused = queue().moveMany(m_bank->senior, {api::QueueBulkAction::Release, {waiting()}, {}, {}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().fields.first().path, QStringLiteral("reason"));
}

void TestQueueMoves::theThirdReleaseTellsTheSeniors()
{
    const QueueId id = waiting();
    for (int round = 1; round <= 4; ++round) {
        QCOMPARE(notices(QStringLiteral("case_escalated")).size(), round > 3 ? 2 : 0);
        QVERIFY(queue().assign(m_bank->analyst, id, {}, {}));
        QVERIFY(queue().release(m_bank->analyst, id, {QStringLiteral("again")}, {}));
    }
    QCOMPARE(notices(QStringLiteral("case_escalated")), (QStringList{QStringLiteral("admin"), QStringLiteral("senior")}));
}

void TestQueueMoves::theWorkloadShowsWhoHasRoom()
{
    m_bank->startedCase(600, m_bank->analyst);
    QVERIFY(queue().assign(m_bank->analyst, waiting(), {}, {}));
    const auto workload = queue().workload(m_bank->senior);
    QVERIFY(workload);
    QStringList lines;
    for (const api::AnalystWorkload &one : workload->items)
        lines.append(QStringLiteral("%1 %2 %3 %4").arg(one.analyst.name).arg(one.assigned).arg(one.inProgress).arg(one.free));
    QCOMPARE(lines, (QStringList{QStringLiteral("admin 0 0 5"), QStringLiteral("analyst 1 1 3"), QStringLiteral("other 0 0 5"), QStringLiteral("senior 0 0 5")}));
    QCOMPARE(workload->items[1].nextDeadline, m_bank->clock.now() + 8h);
}

QTEST_GUILESS_MAIN(TestQueueMoves)
#include "tst_queue_moves.moc"
