// What becomes of the conditions of an approval, and who may say so.
#include "OverrideFixture.h"

#include "server/service/ConditionService.h"
#include "server/service/DecisionReader.h"

#include <QtTest>

using namespace countersign;

class TestConditionService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<OverrideFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init() { m_bank->sql.run(QStringLiteral("TRUNCATE applications, jobs CASCADE")); }

    void plan_2_3_3_conditionsStoredCorrectly();
    void aConditionIsReceivedAndSatisfied();
    void waivingNeedsAuthority();
    void whatIsSettledStaysSettled();
    void aDueDateMovesAndTheSignedOneStays();
    void aStaleVersionIsRefused();
    void conditionsOfAWaitingDecisionDoNotChange();
    void aConditionBelongsToItsDecision();
    void changesAreRecorded();

private:
    api::DecisionInfo approved(const Actor &decider)
    {
        auto decision = approval(m_bank->startedCase(650, decider));
        decision.conditions = {
            {ConditionType::Documentation, QStringLiteral("Bank statements of three months"), QDate(2026, 12, 1)},
            {ConditionType::Guarantor, QStringLiteral("One guarantor"), {}}};
        return *DecisionService(m_bank->context).create(decider, decision);
    }
    Result<api::ConditionInfo> change(const Actor &actor, const api::DecisionInfo &decision,
                                      const api::ConditionPatch &patch, int version = 1)
    {
        return ConditionService(m_bank->context)
            .change(actor, decision.id, decision.conditions.first().id, patch, version);
    }
    static api::ConditionPatch to(ConditionStatus status) { return {status, {}, {}}; }
    static QString reasonOf(const Result<api::ConditionInfo> &result)
    {
        return result ? QStringLiteral("none") : result.error().reason;
    }

    std::unique_ptr<OverrideFixture> m_bank;
};

void TestConditionService::plan_2_3_3_conditionsStoredCorrectly()
{
    const auto decision = approved(m_bank->analyst);
    const auto read = DecisionReader(m_bank->context).get(m_bank->senior, decision.id);
    QVERIFY(read);
    QCOMPARE(read->conditions.size(), 2);
    const api::ConditionInfo first = read->conditions.first();
    QCOMPARE(first.id, decision.conditions.first().id);
    QCOMPARE(first.type, ConditionType::Documentation);
    QCOMPARE(first.description, QStringLiteral("Bank statements of three months"));
    QCOMPARE(first.dueDate, QDate(2026, 12, 1));
    QCOMPARE(first.status, ConditionStatus::Open);
    QVERIFY(!first.changedBy);
    QVERIFY(!read->conditions.last().dueDate);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT conditions -> 1 ->> 'type' FROM decisions")).toString(),
             QStringLiteral("guarantor"));
}

void TestConditionService::aConditionIsReceivedAndSatisfied()
{
    const auto decision = approved(m_bank->analyst);
    const auto received =
        change(m_bank->otherAnalyst, decision, {ConditionStatus::Received, {}, QStringLiteral("By mail.")});
    QVERIFY2(received, qPrintable(reasonOf(received)));
    QCOMPARE(received->status, ConditionStatus::Received);
    QCOMPARE(received->note, QStringLiteral("By mail."));
    QCOMPARE(received->version, 2);
    m_bank->clock.advance(std::chrono::hours(1));
    const auto satisfied = change(m_bank->analyst, decision, to(ConditionStatus::Satisfied), 2);
    QCOMPARE(satisfied->status, ConditionStatus::Satisfied);
    QCOMPARE(satisfied->note, QStringLiteral("By mail."));
    QCOMPARE(satisfied->changedBy->name, QStringLiteral("analyst"));
    QCOMPARE(satisfied->changedAt, m_bank->clock.now());
}

void TestConditionService::waivingNeedsAuthority()
{
    const auto decision = approved(m_bank->analyst);
    QCOMPARE(reasonOf(change(m_bank->analyst, decision, to(ConditionStatus::Waived))), QStringLiteral("forbidden"));
    QCOMPARE(change(m_bank->senior, decision, to(ConditionStatus::Waived))->status, ConditionStatus::Waived);
}

void TestConditionService::whatIsSettledStaysSettled()
{
    const auto decision = approved(m_bank->analyst);
    QVERIFY(change(m_bank->analyst, decision, to(ConditionStatus::Failed)));
    const auto refused = change(m_bank->senior, decision, to(ConditionStatus::Satisfied), 2);
    QCOMPARE(reasonOf(refused), QStringLiteral("transition_not_allowed"));
    QVERIFY(refused.error().detail.contains(QStringLiteral("nothing")));
    QCOMPARE(reasonOf(change(m_bank->senior, decision, {{}, QDate(2027, 1, 1), {}}, 2)),
             QStringLiteral("condition_settled"));
}

void TestConditionService::aDueDateMovesAndTheSignedOneStays()
{
    const auto decision = approved(m_bank->analyst);
    const auto past = change(m_bank->analyst, decision, {{}, QDate(2026, 11, 23), {}});
    QCOMPARE(reasonOf(past), QStringLiteral("validation_failed"));
    QCOMPARE(past.error().fields.first().path, QStringLiteral("due_date"));
    QCOMPARE(change(m_bank->analyst, decision, {{}, QDate(2026, 12, 24), {}})->dueDate, QDate(2026, 12, 24));
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT conditions -> 0 ->> 'due_date' FROM decisions")).toString(),
             QStringLiteral("2026-12-01"));
}

void TestConditionService::aStaleVersionIsRefused()
{
    const auto decision = approved(m_bank->analyst);
    m_bank->clock.advance(std::chrono::minutes(1));
    QVERIFY(change(m_bank->senior, decision, to(ConditionStatus::Received)));
    const auto late = change(m_bank->analyst, decision, to(ConditionStatus::Failed));
    QCOMPARE(reasonOf(late), QStringLiteral("stale_version"));
    QVERIFY2(late.error().detail.contains(QStringLiteral("condition_changed by senior")),
             qPrintable(late.error().detail));
}

void TestConditionService::conditionsOfAWaitingDecisionDoNotChange()
{
    auto wanted = asOverride(approval(m_bank->startedCase(550, m_bank->analyst)));
    wanted.conditions = {{ConditionType::Documentation, QStringLiteral("Letter of the employer"), {}}};
    const auto waiting = *DecisionService(m_bank->context).create(m_bank->analyst, wanted);
    QCOMPARE(reasonOf(change(m_bank->senior, waiting, to(ConditionStatus::Received))), QStringLiteral("not_in_force"));
    QVERIFY(m_bank->approve(m_bank->senior, waiting));
    QCOMPARE(reasonOf(change(m_bank->senior, waiting, to(ConditionStatus::Received))), QStringLiteral("none"));
}

void TestConditionService::aConditionBelongsToItsDecision()
{
    const auto one = approved(m_bank->analyst);
    const auto two = approved(m_bank->otherAnalyst);
    const auto condition = two.conditions.first().id;
    const ConditionService conditions(m_bank->context);
    QCOMPARE(conditions.change(m_bank->senior, one.id, condition, {}, 1).error().code, ErrorCode::NotFound);
    QCOMPARE(conditions.change(m_bank->betaAnalyst, two.id, condition, {}, 1).error().code, ErrorCode::NotFound);
}

void TestConditionService::changesAreRecorded()
{
    const auto decision = approved(m_bank->analyst);
    QVERIFY(change(m_bank->senior, decision, to(ConditionStatus::Waived)));
    QCOMPARE(
        m_bank->sql.row(
            QStringLiteral(
                "SELECT actor_id::text, old_value ->> 'condition_status', new_value ->> 'condition_status', "
                "new_value ->> 'condition_id' FROM audit_logs WHERE action = 'condition_changed' AND entity_id = '%1'")
                .arg(decision.applicationId.toString())),
        (QList<QVariant>{m_bank->senior.user->toString(), QStringLiteral("open"), QStringLiteral("waived"),
                         decision.conditions.first().id.toString()}));
}

QTEST_GUILESS_MAIN(TestConditionService)
#include "tst_condition_service.moc"
