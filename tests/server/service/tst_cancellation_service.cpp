// Applications that end without a decision: from which states, and what ends with them.
#include "OverrideFixture.h"

#include "server/service/CaseService.h"

#include <QtTest>

using namespace countersign;

class TestCancellationService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<OverrideFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init() { m_bank->sql.run(QStringLiteral("TRUNCATE applications, jobs CASCADE")); }

    void whatIsNotScoredYetIsCancelledAndNeverScored();
    void aCaseInReviewLeavesTheQueue();
    void aWaitingDecisionIsWithdrawnWithIt();
    void whatIsDecidedStays();
    void aStaleVersionIsRefused();
    void othersFindNothing();

private:
    Result<> cancel(const Actor &actor, ApplicationId id, int version)
    {
        return CancellationService(m_bank->context).cancel(actor, id, {CancelReason::WithdrawnByApplicant}, version);
    }
    Result<> cancel(ApplicationId id) { return cancel(m_bank->analyst, id, m_bank->versionOf(id)); }
    static QString reasonOf(const Result<> &result) { return result ? QStringLiteral("none") : result.error().reason; }

    std::unique_ptr<OverrideFixture> m_bank;
};

void TestCancellationService::whatIsNotScoredYetIsCancelledAndNeverScored()
{
    const ApplicationId id = IntakeService(m_bank->context).create(m_bank->sender, m_bank->application(650))->id;
    m_bank->clock.advance(std::chrono::seconds(1));
    QCOMPARE(reasonOf(cancel(id)), QStringLiteral("none"));
    m_bank->scoreAll();
    QCOMPARE(m_bank->statusOf(id), QStringLiteral("cancelled"));
    const auto detail = CaseService(m_bank->context).detail(m_bank->senior, id);
    QCOMPARE(detail->cancelReason, CancelReason::WithdrawnByApplicant);
    QCOMPARE(detail->timeline.last().event, QStringLiteral("cancelled"));
    QCOMPARE(detail->timeline.last().detail, QStringLiteral("withdrawn_by_applicant"));
}

void TestCancellationService::aCaseInReviewLeavesTheQueue()
{
    const auto inHand = m_bank->startedCase(650, m_bank->analyst);
    QCOMPARE(reasonOf(cancel(inHand.application)), QStringLiteral("none"));
    QCOMPARE(m_bank->queueStatusOf(inHand), QStringLiteral("cancelled"));
    QCOMPARE(QueueService(m_bank->context).list(m_bank->analyst, {})->total, 0);
}

void TestCancellationService::aWaitingDecisionIsWithdrawnWithIt()
{
    const auto waiting = m_bank->waitingCase(m_bank->analyst);
    QCOMPARE(reasonOf(cancel(waiting.inHand.application)), QStringLiteral("none"));
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT status FROM decisions")).toString(), QStringLiteral("withdrawn"));
    QCOMPARE(m_bank->contradictions(), QStringList());
    QCOMPARE(m_bank->overrides.waiting(m_bank->senior, {})->total, 0);
    auto withdrawn = waiting.decision;
    ++withdrawn.version;
    QCOMPARE(m_bank->approve(m_bank->senior, withdrawn).error().reason, QStringLiteral("not_waiting"));
}

void TestCancellationService::whatIsDecidedStays()
{
    const ApplicationId id = m_bank->route(900);
    const auto refused = cancel(id);
    QCOMPARE(reasonOf(refused), QStringLiteral("transition_not_allowed"));
    QVERIFY(refused.error().detail.contains(QStringLiteral("nothing")));
}

void TestCancellationService::aStaleVersionIsRefused()
{
    const ApplicationId id = m_bank->route(650);
    const auto refused = cancel(m_bank->analyst, id, m_bank->versionOf(id) - 1);
    QCOMPARE(reasonOf(refused), QStringLiteral("stale_version"));
    QCOMPARE(m_bank->statusOf(id), QStringLiteral("review"));
}

void TestCancellationService::othersFindNothing()
{
    const ApplicationId id = m_bank->route(650);
    QCOMPARE(cancel(m_bank->betaAnalyst, id, m_bank->versionOf(id)).error().code, ErrorCode::NotFound);
    Actor integration = m_bank->sender;
    integration.apiKey = ApiKeyId::make(m_bank->clock.now());
    QCOMPARE(cancel(integration, id, m_bank->versionOf(id)).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestCancellationService)
#include "tst_cancellation_service.moc"
