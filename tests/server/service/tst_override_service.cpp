// The second signature: what it does, who may give it, and that of many only one counts.
#include "OverrideFixture.h"

#include "server/service/CaseService.h"
#include "server/service/OverrideEscalation.h"

#include <QtTest>

#include <thread>

using namespace countersign;
using namespace std::chrono_literals;

class TestOverrideService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<OverrideFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init() { m_bank->sql.run(QStringLiteral("TRUNCATE applications, jobs, step_up_tokens, notifications CASCADE")); }

    void plan_2_3_2_approvalWorkflowWorks();
    void aRejectionGivesTheCaseBack();
    void aRejectionMayExceedTheWorkload();
    void nobodySignsHisOwnDecision_data();
    void nobodySignsHisOwnDecision();
    void withoutTheRightNobodySigns();
    void approvalNeedsTheStepUp();
    void aRejectionSaysWhy();
    void whoComesLateLearnsWhoWasFirst();
    void theWaitingListIsFilteredAndPaged();
    void theDeadlineIsFourHours();
    void administratorsAreToldOnceOfWhatNobodySigned();
    void otherTenantsFindNothing();
    void whatFailsHalfWayHappensNotAtAll();
    void oneOfManySupervisorsApproves();
    void approvalAndRejectionAtOnce();
    void approvalAndWithdrawalAtOnce();

private:
    template <class T>
    static QString reasonOf(const Result<T> &result)
    {
        return result ? QStringLiteral("none") : result.error().reason;
    }
    QStringList waitingIds(const Actor &actor, const api::OverrideQuery &query = {})
    {
        QStringList ids;
        const auto page = m_bank->overrides.waiting(actor, query);
        for (const api::WaitingOverride &item : page->items)
            ids.append(item.id.toString());
        return ids;
    }

    std::unique_ptr<OverrideFixture> m_bank;
};

void TestOverrideService::plan_2_3_2_approvalWorkflowWorks()
{
    const auto [inHand, decision] = m_bank->waitingCase(m_bank->analyst);
    m_bank->clock.advance(25min);
    const auto waiting = m_bank->overrides.waiting(m_bank->senior, {});
    QCOMPARE(waiting->total, 1);
    const api::WaitingOverride item = waiting->items.first();
    QCOMPARE(item.id, decision.id);
    QCOMPARE(item.overrideDirection, OverrideDirection::ModelDeclineAnalystApprove);
    QCOMPARE(item.overrideKind, OverrideKind::InsideBand);
    QCOMPARE(item.decidedBy.id, *m_bank->analyst.user);
    QCOMPARE(item.waitTimeMinutes, 25);
    QVERIFY(!item.isOwn);
    QCOMPARE(m_bank->statusOf(inHand.application), QStringLiteral("pending_approval"));

    const auto approved = m_bank->approve(m_bank->senior, decision, QStringLiteral("Seen the letter."));
    QVERIFY2(approved, qPrintable(reasonOf(approved)));
    QCOMPARE(approved->status, DecisionStatus::Final);
    QCOMPARE(approved->overrideApprovedBy->id, *m_bank->senior.user);
    QCOMPARE(approved->overrideApprovedAt, m_bank->clock.now());
    QCOMPARE(approved->overrideComment, QStringLiteral("Seen the letter."));
    QCOMPARE(approved->version, decision.version + 1);
    QCOMPARE(m_bank->statusOf(inHand.application), QStringLiteral("approved"));
    QCOMPARE(m_bank->versionOf(inHand.application), *approved->applicationVersion);
    QCOMPARE(m_bank->queueStatusOf(inHand), QStringLiteral("completed"));
    QCOMPARE(m_bank->overrides.waiting(m_bank->senior, {})->total, 0);
    QCOMPARE(m_bank->sql.row(
                 QStringLiteral("SELECT count(*), min(actor_id::text), min(new_value ->> 'status') FROM audit_logs "
                                "WHERE action = 'override_approved' AND entity_id = '%1'")
                     .arg(inHand.application.toString())),
             (QList<QVariant>{1, m_bank->senior.user->toString(), QStringLiteral("approved")}));
    QCOMPARE(m_bank->contradictions(), QStringList());
}

void TestOverrideService::aRejectionGivesTheCaseBack()
{
    const auto [inHand, decision] = m_bank->waitingCase(m_bank->analyst);
    const QString clocks =
        QStringLiteral("SELECT sla_deadline::text, started_at::text, analyst_id::text FROM analyst_queues");
    const auto before = m_bank->sql.row(clocks);
    m_bank->clock.advance(1h);
    const auto rejected = m_bank->reject(m_bank->senior, decision);
    QVERIFY2(rejected, qPrintable(reasonOf(rejected)));
    QCOMPARE(rejected->status, DecisionStatus::Rejected);
    QCOMPARE(rejected->overrideRejectedBy->name, QStringLiteral("senior"));
    QCOMPARE(rejected->overrideComment, kRejection);
    QVERIFY(!rejected->overrideApprovedBy);
    QCOMPARE(m_bank->sql.row(QStringLiteral("SELECT kind, user_id::text, subject_id::text FROM notifications WHERE kind <> 'decision_required'")),
             (QList<QVariant>{QStringLiteral("override_rejected"), m_bank->analyst.user->toString(), inHand.application.toString()}));
    QCOMPARE(m_bank->statusOf(inHand.application), QStringLiteral("review"));
    QCOMPARE(m_bank->queueStatusOf(inHand), QStringLiteral("in_progress"));
    QCOMPARE(m_bank->sql.row(clocks), before); // the same analyst, and no clock begins anew
    QCOMPARE(m_bank->contradictions(), QStringList());

    const auto decided =
        DecisionService(m_bank->context)
            .create(m_bank->analyst, decline({inHand.application, inHand.entry, *rejected->applicationVersion}));
    QVERIFY2(decided, qPrintable(reasonOf(decided)));
    QCOMPARE(decided->status, DecisionStatus::Final);
    QCOMPARE(m_bank->statusOf(inHand.application), QStringLiteral("declined"));
    QCOMPARE(CaseService(m_bank->context).detail(m_bank->senior, inHand.application)->decisionHistory.size(), 2);
}

void TestOverrideService::aRejectionMayExceedTheWorkload()
{
    const auto waiting = m_bank->waitingCase(m_bank->analyst);
    for (int i = 0; i < kMaxActiveCases; ++i)
        m_bank->startedCase(600, m_bank->analyst);
    QVERIFY(m_bank->reject(m_bank->senior, waiting.decision));
    const auto active =
        m_bank->sql.value(QStringLiteral("SELECT count(*) FROM analyst_queues WHERE status = 'in_progress'"));
    QCOMPARE(active.toInt(), kMaxActiveCases + 1);
}

void TestOverrideService::nobodySignsHisOwnDecision_data()
{
    QTest::addColumn<bool>("isAdmin");
    QTest::newRow("senior analyst") << false;
    QTest::newRow("administrator") << true;
}

void TestOverrideService::nobodySignsHisOwnDecision()
{
    QFETCH(bool, isAdmin);
    const Actor decider = isAdmin ? m_bank->admin : m_bank->senior;
    const Actor other = isAdmin ? m_bank->senior : m_bank->admin;
    const auto waiting = m_bank->waitingCase(decider);
    QCOMPARE(reasonOf(m_bank->approve(decider, waiting.decision)), QStringLiteral("own_decision"));
    QCOMPARE(reasonOf(m_bank->reject(decider, waiting.decision)), QStringLiteral("own_decision"));
    QCOMPARE(m_bank->statusOf(waiting.inHand.application), QStringLiteral("pending_approval"));
    QVERIFY(m_bank->overrides.waiting(decider, {})->items.first().isOwn);
    QVERIFY(m_bank->approve(other, waiting.decision));
}

void TestOverrideService::withoutTheRightNobodySigns()
{
    const auto waiting = m_bank->waitingCase(m_bank->analyst);
    QCOMPARE(reasonOf(m_bank->approve(m_bank->otherAnalyst, waiting.decision)), QStringLiteral("forbidden"));
    QCOMPARE(reasonOf(m_bank->reject(m_bank->otherAnalyst, waiting.decision)), QStringLiteral("forbidden"));
    QCOMPARE(m_bank->statusOf(waiting.inHand.application), QStringLiteral("pending_approval"));
}

void TestOverrideService::approvalNeedsTheStepUp()
{
    const auto waiting = m_bank->waitingCase(m_bank->analyst);
    const auto other = m_bank->waitingCase(m_bank->otherAnalyst);
    const auto attempt = [&](const Actor &actor, int version) {
        return reasonOf(m_bank->overrides.approve(actor, waiting.decision.id, {}, version));
    };
    QCOMPARE(attempt(m_bank->senior, 1), QStringLiteral("step_up_required"));
    QCOMPARE(attempt(m_bank->provedFor(m_bank->senior, other.decision.id), 1), QStringLiteral("step_up_required"));
    Actor stolen = m_bank->provedFor(m_bank->admin, waiting.decision.id);
    stolen.user = m_bank->senior.user;
    stolen.session = m_bank->senior.session;
    QCOMPARE(attempt(stolen, 1), QStringLiteral("step_up_required"));
    QCOMPARE(m_bank->statusOf(waiting.inHand.application), QStringLiteral("pending_approval"));
    const Actor proved = m_bank->provedFor(m_bank->senior, waiting.decision.id);
    QCOMPARE(attempt(proved, 7), QStringLiteral("stale_version")); // what is refused does not use it up
    QCOMPARE(attempt(proved, 1), QStringLiteral("none"));
    QCOMPARE(m_bank->sql
                 .value(QStringLiteral("SELECT count(*) FROM step_up_tokens WHERE user_id = '%1' AND object_id = '%2'")
                            .arg(m_bank->senior.user->toString(), waiting.decision.id.toString()))
                 .toInt(),
             0);
}

void TestOverrideService::aRejectionSaysWhy()
{
    const auto waiting = m_bank->waitingCase(m_bank->analyst);
    const auto refused = m_bank->overrides.reject(m_bank->senior, waiting.decision.id,
                                                  {QStringLiteral("  no                       ")}, 1);
    QCOMPARE(reasonOf(refused), QStringLiteral("validation_failed"));
    QCOMPARE(refused.error().fields.first().path, QStringLiteral("comment"));
}

void TestOverrideService::whoComesLateLearnsWhoWasFirst()
{
    const auto waiting = m_bank->waitingCase(m_bank->analyst);
    m_bank->clock.advance(1min);
    QVERIFY(m_bank->approve(m_bank->senior, waiting.decision));
    const auto late = m_bank->reject(m_bank->admin, waiting.decision);
    QCOMPARE(reasonOf(late), QStringLiteral("stale_version"));
    QVERIFY2(late.error().detail.contains(QStringLiteral("final; last change: override_approved by senior at 2026-")),
             qPrintable(late.error().detail));
    auto again = waiting.decision;
    ++again.version;
    QCOMPARE(reasonOf(m_bank->reject(m_bank->admin, again)), QStringLiteral("not_waiting"));
}

void TestOverrideService::theWaitingListIsFilteredAndPaged()
{
    QStringList inside;
    QStringList outside;
    for (int i = 0; i < 3; ++i) {
        inside.append(m_bank->waitingCase(m_bank->analyst, 550).decision.id.toString());
        m_bank->clock.advance(1min);
    }
    const ServiceFixture::Case high = m_bank->startedCase(800, m_bank->otherAnalyst, Amount::whole(3'000'000));
    outside.append(
        DecisionService(m_bank->context).create(m_bank->otherAnalyst, asOverride(decline(high)))->id.toString());
    QCOMPARE(waitingIds(m_bank->senior), inside + outside); // the longest first
    api::OverrideQuery query;
    query.overrideKind = OverrideKind::OutsideBand;
    QCOMPARE(waitingIds(m_bank->senior, query), outside);
    query = {};
    query.overrideDirection = OverrideDirection::ModelApproveAnalystDecline;
    QCOMPARE(waitingIds(m_bank->senior, query), outside);
    query = {};
    query.analystId = m_bank->analyst.user;
    QCOMPARE(waitingIds(m_bank->senior, query), inside);
    query = {};
    query.pageSize = 2;
    const auto first = m_bank->overrides.waiting(m_bank->senior, query);
    QCOMPARE(first->total, 4);
    query.cursor = first->nextCursor;
    QCOMPARE(waitingIds(m_bank->senior, query), (QStringList{inside[2], outside[0]}));
    query.cursor.reset();
    query.page = 2;
    QCOMPARE(waitingIds(m_bank->senior, query), (QStringList{inside[2], outside[0]}));
}

void TestOverrideService::theDeadlineIsFourHours()
{
    const auto waiting = m_bank->waitingCase(m_bank->analyst);
    QCOMPARE(waiting.decision.approvalDeadline, Instant(waiting.decision.decidedAt + 4h));
    const auto stateIs = [&](SlaState state) {
        api::OverrideQuery query;
        query.slaState = state;
        const auto found = m_bank->overrides.waiting(m_bank->senior, query);
        return found->total == 1 && found->items.first().slaState == state;
    };
    m_bank->clock.advance(3h);
    QVERIFY(stateIs(SlaState::Ok));
    m_bank->clock.advance(1us);
    QVERIFY(stateIs(SlaState::Approaching));
    m_bank->clock.advance(1h - 1us);
    QVERIFY(stateIs(SlaState::Breached));
    QVERIFY(m_bank->approve(m_bank->senior, waiting.decision)); // late is not too late
}

void TestOverrideService::administratorsAreToldOnceOfWhatNobodySigned()
{
    const auto [inHand, decision] = m_bank->waitingCase(m_bank->analyst);
    const auto own = m_bank->waitingCase(m_bank->admin); // an administrator is not told of his own
    m_bank->clock.set(*decision.approvalDeadline - 1us);
    QCOMPARE(*escalateOverdueOverrides(m_bank->context), 0);
    m_bank->clock.set(std::max(*decision.approvalDeadline, *own.decision.approvalDeadline));
    std::atomic<int> told = 0;
    std::vector<std::thread> sweepers;
    for (int i = 0; i < 4; ++i)
        sweepers.emplace_back([&] { told += escalateOverdueOverrides(m_bank->context).ok() ? 1 : 0; });
    for (std::thread &sweeper : sweepers)
        sweeper.join();
    QCOMPARE(told.load(), 4);
    QCOMPARE(*escalateOverdueOverrides(m_bank->context), 0);
    QCOMPARE(m_bank->sql.column(QStringLiteral("SELECT n.subject_id || ' ' || u.name FROM notifications n JOIN users u ON u.id = n.user_id WHERE n.kind = 'override_overdue'")),
             QVariantList{inHand.application.toString() + QStringLiteral(" admin")});
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM decisions WHERE overdue_told_at IS NOT NULL")).toInt(), 2);
    QVERIFY(m_bank->approve(m_bank->senior, decision).ok()); // it can be signed all the same
}

void TestOverrideService::otherTenantsFindNothing()
{
    const auto waiting = m_bank->waitingCase(m_bank->analyst);
    Actor stranger = m_bank->betaAnalyst;
    stranger.permissions = permissionsOf(Role::Admin);
    QCOMPARE(m_bank->overrides.waiting(stranger, {})->total, 0);
    QCOMPARE(m_bank->overrides.approve(stranger, waiting.decision.id, {}, 1).error().code, ErrorCode::NotFound);
    QCOMPARE(m_bank->reject(stranger, waiting.decision).error().code, ErrorCode::NotFound);
}

/// A daemon killed before COMMIT leaves what a statement that fails at the end leaves: nothing.
void TestOverrideService::whatFailsHalfWayHappensNotAtAll()
{
    const auto waiting = m_bank->waitingCase(m_bank->analyst);
    const Actor proved = m_bank->provedFor(m_bank->senior, waiting.decision.id);
    const auto attempt = [&] { return m_bank->overrides.approve(proved, waiting.decision.id, {}, 1); };
    m_bank->sql.run(
        QStringLiteral("ALTER TABLE audit_logs ADD CONSTRAINT broken CHECK (action <> 'override_approved') NOT VALID"));
    QVERIFY(!attempt());
    QCOMPARE(m_bank->statusOf(waiting.inHand.application), QStringLiteral("pending_approval"));
    QCOMPARE(m_bank->contradictions(), QStringList());
    m_bank->sql.run(QStringLiteral("ALTER TABLE audit_logs DROP CONSTRAINT broken"));
    QVERIFY(attempt()); // the step-up was not lost either
}

void TestOverrideService::oneOfManySupervisorsApproves()
{
    const auto waiting = m_bank->waitingCase(m_bank->analyst);
    std::vector<Actor> proved;
    for (int i = 0; i < 16; ++i)
        proved.push_back(m_bank->provedFor(i % 2 ? m_bank->senior : m_bank->admin, waiting.decision.id));
    std::vector<std::thread> threads;
    std::atomic<int> approved = 0;
    std::atomic<int> stale = 0;
    for (const Actor &actor : proved)
        threads.emplace_back([&] {
            const auto answer = m_bank->overrides.approve(actor, waiting.decision.id, {}, 1);
            approved += answer ? 1 : 0;
            stale += reasonOf(answer) == QLatin1String("stale_version") ? 1 : 0;
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(approved.load(), 1);
    QCOMPARE(stale.load(), 15);
    QCOMPARE(m_bank->contradictions(), QStringList());
}

void TestOverrideService::approvalAndRejectionAtOnce()
{
    for (int round = 0; round < 20; ++round) {
        m_bank->emptyQueue();
        init();
        const auto waiting = m_bank->waitingCase(m_bank->analyst);
        const Actor proved = m_bank->provedFor(m_bank->senior, waiting.decision.id);
        QString approval;
        QString rejection;
        std::thread approving(
            [&] { approval = reasonOf(m_bank->overrides.approve(proved, waiting.decision.id, {}, 1)); });
        std::thread rejecting([&] { rejection = reasonOf(m_bank->reject(m_bank->admin, waiting.decision)); });
        approving.join();
        rejecting.join();
        const bool wasApproved = approval == QLatin1String("none");
        QCOMPARE(wasApproved ? rejection : approval, QStringLiteral("stale_version"));
        QCOMPARE(wasApproved ? approval : rejection, QStringLiteral("none"));
        QCOMPARE(m_bank->statusOf(waiting.inHand.application),
                 wasApproved ? QStringLiteral("approved") : QStringLiteral("review"));
        QCOMPARE(m_bank->contradictions(), QStringList());
    }
}

void TestOverrideService::approvalAndWithdrawalAtOnce()
{
    for (int round = 0; round < 20; ++round) {
        init();
        const auto waiting = m_bank->waitingCase(m_bank->analyst);
        const Actor proved = m_bank->provedFor(m_bank->senior, waiting.decision.id);
        QString approval;
        QString withdrawal;
        std::thread approving(
            [&] { approval = reasonOf(m_bank->overrides.approve(proved, waiting.decision.id, {}, 1)); });
        std::thread withdrawing([&] {
            const int version = *waiting.decision.applicationVersion;
            withdrawal = reasonOf(CancellationService(m_bank->context)
                                      .cancel(m_bank->analyst, waiting.inHand.application,
                                              {CancelReason::WithdrawnByApplicant}, version));
        });
        approving.join();
        withdrawing.join();
        const bool wasApproved = approval == QLatin1String("none");
        QCOMPARE(wasApproved ? withdrawal : approval, QStringLiteral("stale_version"));
        QCOMPARE(m_bank->statusOf(waiting.inHand.application),
                 wasApproved ? QStringLiteral("approved") : QStringLiteral("cancelled"));
        QCOMPARE(m_bank->contradictions(), QStringList());
    }
}

QTEST_GUILESS_MAIN(TestOverrideService)
#include "tst_override_service.moc"
