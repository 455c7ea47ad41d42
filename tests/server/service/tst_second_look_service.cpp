// Second looks: drawn by a lot that can be drawn again, decided by somebody who knows nothing, and what that says of agreement.
#include "OverrideFixture.h"

#include "server/service/CaseService.h"
#include "server/service/ConditionService.h"
#include "server/service/DeadlineService.h"
#include "server/service/DecisionReader.h"
#include "server/service/SecondLookService.h"

#include <QJsonDocument>
#include <QtTest>

#include <thread>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const QString kReasoning = QStringLiteral("The papers speak for it: the income is steady.");

} // namespace

class TestSecondLookService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<OverrideFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init();

    void everyDrawCanBeMadeAgain();
    void aSeedIsNeverChanged();
    void anOverrideIsDrawnWithItsSecondSignature();
    void lowSideOverridesComeWhereTheBankWantsThem();
    void whoDecidedOrSignedOrLookedNeverGetsIt();
    void whoReadsTheRecordCannotBeBlind();
    void amountsAboveOnesAuthorityAreNotOffered();
    void whoHasItSeesNeitherScoreNorDecision();
    void listsAndCountsPassTheCaseBy();
    void nothingElseTellsOfIt();
    void askingAgainGivesTheSameCase();
    void severalWhoAskAtATimeGetDifferentCases();
    void agreementClosesIt();
    void disagreementGoesToAThirdPerson();
    void whoLetsGoNeverGetsItAgain();
    void otherTenantsSeeNothing();
    void agreementIsCountedBySample();
    void theTextsAreSealed();
    void theDatabaseKeepsPeopleApart();

private:
    SecondLookService looks() { return SecondLookService(m_bank->context); }
    void setRate(double rate, bool lowSide = false)
    {
        m_bank->sql.run(QStringLiteral("UPDATE tenants SET settings = '{\"second_look_rate\": %1, \"second_look_low_side\": %2}' WHERE slug = 'alpha'")
                            .arg(rate).arg(lowSide ? QLatin1String("true") : QLatin1String("false")));
    }
    int countOf(const QString &what) { return m_bank->sql.value(QStringLiteral("SELECT count(*) FROM ") + what).toInt(); }
    /// Decided by `actor`, and drawn.
    api::DecisionInfo decided(const Actor &actor, DecisionOutcome outcome = DecisionOutcome::Approved)
    {
        const bool isApproval = outcome == DecisionOutcome::Approved;
        const auto inHand = m_bank->startedCase(isApproval ? 650 : 550, actor);
        const auto decision = DecisionService(m_bank->context).create(actor, isApproval ? approval(inHand) : decline(inHand));
        if (!decision)
            qFatal("%s", qPrintable(decision.error().detail));
        return *decision;
    }
    std::optional<api::SecondLookInfo> taken(const Actor &actor)
    {
        const auto next = looks().next(actor);
        return next ? next->item : std::nullopt;
    }

    std::unique_ptr<OverrideFixture> m_bank;
    const Instant m_tuesday = *instantFromIso(u"2026-11-24T10:00:00Z");
};

void TestSecondLookService::init()
{
    m_bank->sql.run(QStringLiteral("TRUNCATE applications, jobs, notifications CASCADE"));
    m_bank->sql.run(QStringLiteral("DELETE FROM second_look_seeds"));
    setRate(1);
    m_bank->clock.set(m_tuesday);
}

void TestSecondLookService::everyDrawCanBeMadeAgain()
{
    setRate(0.3);
    for (int i = 0; i < 25; ++i)
        decided(m_bank->analyst);
    m_bank->route(800); // a decision of the policy is not drawn
    QCOMPARE(countOf(QStringLiteral("second_look_draws")), 25);
    const QByteArray seed = QByteArray::fromHex(m_bank->sql.value(QStringLiteral("SELECT encode(seed, 'hex') FROM second_look_seeds")).toByteArray());
    QCOMPARE(seed.size(), kSeedBytes);
    int chosen = 0;
    for (const QVariant &text : m_bank->sql.column(QStringLiteral("SELECT decision_id FROM second_look_draws"))) {
        const auto row = m_bank->sql.row(QStringLiteral("SELECT d.draw, d.rate, s.reason FROM second_look_draws d LEFT JOIN second_looks s USING (decision_id) "
                                                        "WHERE d.decision_id = '%1'").arg(text.toString()));
        const int draw = drawOf(seed, *DecisionId::parse(text.toString()));
        QCOMPARE(row[0].toInt(), draw);
        QCOMPARE(row[1].toInt(), 300'000);
        QCOMPARE(row[2].toString(), draw < 300'000 ? QStringLiteral("sample") : QString());
        chosen += draw < 300'000 ? 1 : 0;
    }
    QCOMPARE(countOf(QStringLiteral("second_looks")), chosen);
}

void TestSecondLookService::aSeedIsNeverChanged()
{
    decided(m_bank->analyst);
    const QVariant seed = m_bank->sql.value(QStringLiteral("SELECT encode(seed, 'hex') FROM second_look_seeds"));
    decided(m_bank->analyst);
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT encode(seed, 'hex') FROM second_look_seeds")), seed);
    SqlConsole daemon(m_bank->database.daemonSettings());
    QCOMPARE(daemon.failureOf(QStringLiteral("UPDATE second_look_seeds SET seed = seed")), QStringLiteral("42501"));
    QCOMPARE(daemon.failureOf(QStringLiteral("UPDATE second_look_draws SET draw = 0")), QStringLiteral("42501"));
    QCOMPARE(daemon.failureOf(QStringLiteral("DELETE FROM second_looks")), QStringLiteral("42501"));
    QCOMPARE(daemon.failureOf(QStringLiteral("UPDATE second_looks SET decided_by = NULL")), QStringLiteral("42501"));
}

void TestSecondLookService::anOverrideIsDrawnWithItsSecondSignature()
{
    const auto waiting = m_bank->waitingCase(m_bank->analyst);
    QCOMPARE(countOf(QStringLiteral("second_look_draws")), 0);
    QVERIFY(m_bank->approve(m_bank->senior, waiting.decision).ok());
    QCOMPARE(countOf(QStringLiteral("second_looks")), 1);
    QVERIFY(!taken(m_bank->senior)); // who has signed
    QVERIFY(!taken(m_bank->analyst));
    QVERIFY(taken(m_bank->otherAnalyst));
}

void TestSecondLookService::lowSideOverridesComeWhereTheBankWantsThem()
{
    setRate(0);
    QVERIFY(m_bank->approve(m_bank->senior, m_bank->waitingCase(m_bank->analyst).decision).ok());
    decided(m_bank->analyst);
    QCOMPARE(countOf(QStringLiteral("second_looks")), 0);
    QCOMPARE(countOf(QStringLiteral("second_look_draws")), 2);
    setRate(0, true);
    decided(m_bank->analyst);
    QVERIFY(m_bank->approve(m_bank->senior, m_bank->waitingCase(m_bank->analyst).decision).ok());
    QCOMPARE(m_bank->sql.column(QStringLiteral("SELECT reason FROM second_looks")), QVariantList{QStringLiteral("low_side_override")});
}

void TestSecondLookService::whoDecidedOrSignedOrLookedNeverGetsIt()
{
    const auto decision = decided(m_bank->analyst);
    QVERIFY(!taken(m_bank->analyst));
    // A look at the case is on the record, and whoever is on it knows too much.
    m_bank->sql.run(QStringLiteral("INSERT INTO audit_logs (tenant_id, id, entity_type, entity_id, action, actor_type, actor_id, occurred_at) "
                                   "VALUES ('%1', gen_random_uuid(), 'application', '%2', 'viewed', 'user', '%3', now())")
                        .arg(m_bank->alpha.toString(), decision.applicationId.toString(), m_bank->otherAnalyst.user->toString()));
    QVERIFY(!taken(m_bank->otherAnalyst));
    QVERIFY(taken(m_bank->senior));
}

void TestSecondLookService::whoReadsTheRecordCannotBeBlind()
{
    decided(m_bank->analyst);
    const auto next = looks().next(m_bank->admin);
    QVERIFY(!next);
    QCOMPARE(next.error().reason, QStringLiteral("cannot_be_blind"));
    Actor curious = m_bank->otherAnalyst;
    curious.permissions = curious.permissions | PermissionSet{Permission::AuditView};
    QCOMPARE(looks().next(curious).error().reason, QStringLiteral("cannot_be_blind"));
}

void TestSecondLookService::amountsAboveOnesAuthorityAreNotOffered()
{
    decided(m_bank->analyst);
    m_bank->sql.run(QStringLiteral("UPDATE tenants SET settings = settings || '{\"authority_limits\": {\"analyst\": 500000}}' WHERE slug = 'alpha'"));
    QVERIFY(!taken(m_bank->otherAnalyst));
    QVERIFY(taken(m_bank->senior));
}

void TestSecondLookService::whoHasItSeesNeitherScoreNorDecision()
{
    const auto decision = decided(m_bank->analyst);
    const CaseService cases(m_bank->context);
    QVERIFY(cases.detail(m_bank->senior, decision.applicationId)->scoringResult);
    const auto look = taken(m_bank->otherAnalyst);
    QVERIFY(look && !look->firstOutcome && !look->outcome);
    const auto shown = cases.detail(m_bank->otherAnalyst, decision.applicationId);
    QVERIFY(shown);
    QCOMPARE(shown->status, ApplicationStatus::Review);
    QVERIFY(!shown->applicantName.isEmpty());
    QCOMPARE(shown->loanRequest.amount, Amount::whole(600'000));
    // Everything that is not said by the applicant has its empty value.
    const QJsonObject json = Codec<api::CaseDetail>::write(*shown).toObject();
    for (const char *hidden : {"scoring_result", "queue_info", "expires_at", "cancel_reason"})
        QVERIFY2(json.value(QLatin1String(hidden)).isNull() || json.value(QLatin1String(hidden)).isUndefined(), hidden);
    for (const char *hidden : {"decision_history", "timeline", "deadlines", "second_looks"})
        QVERIFY2(json.value(QLatin1String(hidden)).toArray().isEmpty(), hidden);
    const QByteArray text = QJsonDocument(json).toJson();
    for (const char *word : {"approved", "analyst_approve", "medium"})
        QVERIFY2(!text.contains(word), word);
    QVERIFY(looks().decide(m_bank->otherAnalyst, look->id, {DecisionOutcome::Approved, kReasoning}, look->version).ok());
    QCOMPARE(cases.detail(m_bank->otherAnalyst, decision.applicationId)->status, ApplicationStatus::Approved);
}

void TestSecondLookService::listsAndCountsPassTheCaseBy()
{
    const auto decision = decided(m_bank->analyst);
    m_bank->route(600);
    const auto look = taken(m_bank->otherAnalyst);
    QVERIFY(look);
    const CaseService cases(m_bank->context);
    const DecisionReader decisions(m_bank->context);
    // However he asks, he is not told that a filter finds it, nor how many it finds.
    api::ApplicationQuery all;
    api::ApplicationQuery approved;
    approved.status = {ApplicationStatus::Approved};
    api::ApplicationQuery byScore;
    byScore.scoreMin = 640;
    byScore.sortBy = api::ApplicationSort::Score;
    api::ApplicationQuery byName;
    byName.search = look->externalId;
    api::ApplicationQuery ofTwo;
    ofTwo.status = {ApplicationStatus::Approved, ApplicationStatus::Declined};
    for (const auto &[query, others] : {std::pair{all, 1}, std::pair{approved, 0}, std::pair{ofTwo, 0}, std::pair{byScore, 0}, std::pair{byName, 0}}) {
        QCOMPARE(cases.list(m_bank->otherAnalyst, query)->total, others);
        QCOMPARE(cases.list(m_bank->otherAnalyst, query)->items.size(), others);
        QCOMPARE(cases.list(m_bank->senior, query)->total, others + 1);
    }
    api::DecisionQuery own;
    own.applicationId = decision.applicationId;
    QCOMPARE(decisions.list(m_bank->otherAnalyst, own)->total, 0);
    QCOMPARE(decisions.list(m_bank->otherAnalyst, {})->items.size(), 0);
    QCOMPARE(decisions.list(m_bank->senior, own)->total, 1);
}

void TestSecondLookService::nothingElseTellsOfIt()
{
    const auto decision = decided(m_bank->analyst);
    const auto look = taken(m_bank->otherAnalyst);
    QVERIFY(look);
    const Actor &blind = m_bank->otherAnalyst;
    const auto isHidden = [](const auto &result) { return !result && result.error().code == ErrorCode::NotFound; };
    QVERIFY(isHidden(DecisionReader(m_bank->context).get(blind, decision.id)));
    QVERIFY(isHidden(DeadlineService(m_bank->context).list(blind, decision.applicationId)));
    QVERIFY(isHidden(CancellationService(m_bank->context).cancel(blind, decision.applicationId, {}, 1)));
    QVERIFY(isHidden(DecisionService(m_bank->context).preview(blind, {decision.applicationId, DecisionOutcome::Approved, {}, false})));
    for (int version = 1; version < 6; ++version)
        QVERIFY(isHidden(DecisionService(m_bank->context).create(blind, approval({decision.applicationId, {}, version}))));

    const auto waiting = m_bank->waitingCase(m_bank->analyst);
    QVERIFY(m_bank->approve(m_bank->admin, waiting.decision).ok());
    QVERIFY(taken(m_bank->senior)); // one of both
    const auto other = *taken(m_bank->senior);
    const DecisionId id = other.applicationId == decision.applicationId ? decision.id : waiting.decision.id;
    QVERIFY(isHidden(m_bank->overrides.reject(m_bank->senior, id, {kRejection}, 1)));
}

void TestSecondLookService::askingAgainGivesTheSameCase()
{
    decided(m_bank->analyst);
    decided(m_bank->analyst);
    std::vector<std::thread> askers;
    std::array<QString, 6> ids;
    for (QString &id : ids)
        askers.emplace_back([&] { id = taken(m_bank->otherAnalyst)->id.toString(); });
    for (std::thread &asker : askers)
        asker.join();
    for (const QString &id : ids)
        QCOMPARE(id, ids.front());
    QCOMPARE(countOf(QStringLiteral("second_looks WHERE state = 'taken'")), 1);
    QCOMPARE(countOf(QStringLiteral("audit_logs WHERE action = 'second_look_taken' AND occurred_at = '2026-11-24T10:00:00Z' AND entity_id IN "
                                    "(SELECT application_id FROM second_looks)")), 1);
}

void TestSecondLookService::severalWhoAskAtATimeGetDifferentCases()
{
    decided(m_bank->analyst);
    decided(m_bank->analyst);
    std::optional<api::SecondLookInfo> first;
    std::optional<api::SecondLookInfo> second;
    std::thread one([&] { first = taken(m_bank->otherAnalyst); });
    std::thread two([&] { second = taken(m_bank->senior); });
    one.join();
    two.join();
    QVERIFY(first && second && first->id != second->id);
}

void TestSecondLookService::agreementClosesIt()
{
    const auto decision = decided(m_bank->analyst);
    const auto look = taken(m_bank->otherAnalyst);
    QCOMPARE(looks().decide(m_bank->otherAnalyst, look->id, {DecisionOutcome::Approved, QStringLiteral("  too short   ")}, look->version).error().code, ErrorCode::Invalid);
    QCOMPARE(looks().decide(m_bank->otherAnalyst, look->id, {DecisionOutcome::Approved, kReasoning}, look->version + 1).error().reason, QStringLiteral("stale_version"));
    QCOMPARE(looks().decide(m_bank->senior, look->id, {DecisionOutcome::Approved, kReasoning}, look->version).error().code, ErrorCode::NotFound);
    const auto done = looks().decide(m_bank->otherAnalyst, look->id, {DecisionOutcome::Approved, kReasoning}, look->version);
    QVERIFY(done);
    QCOMPARE(done->state, SecondLookState::Closed);
    QCOMPARE(done->firstOutcome, DecisionOutcome::Approved);
    QCOMPARE(looks().decide(m_bank->otherAnalyst, look->id, {DecisionOutcome::Declined, kReasoning}, done->version).error().reason, QStringLiteral("second_look_not_open"));
    QCOMPARE(countOf(QStringLiteral("notifications WHERE kind = 'second_look_disagreed'")), 0);
    const auto detail = CaseService(m_bank->context).detail(m_bank->senior, decision.applicationId);
    QCOMPARE(detail->secondLooks.size(), 1);
    QCOMPARE(detail->secondLooks.first().reasoning, kReasoning);
    QCOMPARE(detail->status, ApplicationStatus::Approved); // the first decision stays what it is
}

void TestSecondLookService::disagreementGoesToAThirdPerson()
{
    decided(m_bank->senior); // a senior analyst decides too
    const auto look = taken(m_bank->otherAnalyst);
    const auto done = looks().decide(m_bank->otherAnalyst, look->id, {DecisionOutcome::Declined, kReasoning}, look->version);
    QCOMPARE(done->state, SecondLookState::Disagreed);
    QCOMPARE(m_bank->sql.column(QStringLiteral("SELECT u.name FROM notifications n JOIN users u ON u.id = n.user_id WHERE n.kind = 'second_look_disagreed'")),
             QVariantList{QStringLiteral("admin")});
    const api::SecondDecision verdict{DecisionOutcome::Declined, kReasoning};
    QCOMPARE(looks().settle(m_bank->senior, look->id, verdict, done->version).error().reason, QStringLiteral("needs_third_person"));
    QCOMPARE(looks().settle(m_bank->otherAnalyst, look->id, verdict, done->version).error().reason, QStringLiteral("needs_third_person"));
    const auto settled = looks().settle(m_bank->admin, look->id, verdict, done->version);
    QVERIFY(settled);
    QCOMPARE(settled->state, SecondLookState::Closed);
    QCOMPARE(settled->settledOutcome, DecisionOutcome::Declined);
    QCOMPARE(looks().settle(m_bank->admin, look->id, verdict, settled->version).error().reason, QStringLiteral("second_look_not_open"));
    QCOMPARE(looks().list(m_bank->senior, {})->total, 0);
    QCOMPARE(looks().list(m_bank->senior, {SecondLookState::Closed, 1, 20, {}})->items.first().settledReasoning, kReasoning);
}

void TestSecondLookService::whoLetsGoNeverGetsItAgain()
{
    decided(m_bank->analyst);
    const auto look = taken(m_bank->otherAnalyst);
    QCOMPARE(looks().release(m_bank->senior, look->id, look->version).error().code, ErrorCode::NotFound);
    QVERIFY(looks().release(m_bank->otherAnalyst, look->id, look->version).ok());
    QVERIFY(!taken(m_bank->otherAnalyst));
    QVERIFY(taken(m_bank->senior));
}

void TestSecondLookService::otherTenantsSeeNothing()
{
    decided(m_bank->analyst);
    QVERIFY(!taken(m_bank->betaAnalyst));
    const auto look = taken(m_bank->otherAnalyst);
    Actor foreign = m_bank->betaAnalyst;
    foreign.permissions = foreign.permissions | PermissionSet{Permission::DecisionApproveOverride};
    QCOMPARE(looks().list(foreign, {})->total, 0);
    QCOMPARE(looks().decide(foreign, look->id, {DecisionOutcome::Approved, kReasoning}, look->version).error().code, ErrorCode::NotFound);
    QCOMPARE(looks().settle(foreign, look->id, {DecisionOutcome::Approved, kReasoning}, look->version).error().code, ErrorCode::NotFound);
    QCOMPARE(looks().agreement(foreign, {})->cases, 0);
}

void TestSecondLookService::agreementIsCountedBySample()
{
    const std::array pairs{std::pair{DecisionOutcome::Approved, DecisionOutcome::Approved}, std::pair{DecisionOutcome::Approved, DecisionOutcome::Declined},
                           std::pair{DecisionOutcome::Declined, DecisionOutcome::Declined}, std::pair{DecisionOutcome::Approved, DecisionOutcome::Approved}};
    QVERIFY(!looks().agreement(m_bank->senior, {})->kappa);
    for (const auto &[first, second] : pairs) {
        decided(m_bank->analyst, first);
        const auto look = taken(m_bank->otherAnalyst);
        QVERIFY(looks().decide(m_bank->otherAnalyst, look->id, {second, kReasoning}, look->version).ok());
    }
    m_bank->clock.advance(1s);
    const auto report = looks().agreement(m_bank->senior, {});
    QCOMPARE(report->cases, 4);
    QCOMPARE(report->bothApproved, 2);
    QCOMPARE(report->onlyFirstApproved, 1);
    QCOMPARE(report->bothDeclined, 1);
    QCOMPARE(*report->agreementRate, 0.75);
    QCOMPARE(*report->kappa, 0.5);
    QVERIFY(*report->kappaLow < 0.5 && *report->kappaHigh > 0.5);
    QCOMPARE(looks().agreement(m_bank->senior, {SecondLookReason::LowSideOverride, {}, {}})->cases, 0);
    QCOMPARE(looks().agreement(m_bank->senior, {SecondLookReason::Sample, m_bank->clock.now(), m_bank->clock.now()}).error().code, ErrorCode::Invalid);
}

void TestSecondLookService::theTextsAreSealed()
{
    decided(m_bank->analyst);
    const auto look = taken(m_bank->otherAnalyst);
    QVERIFY(looks().decide(m_bank->otherAnalyst, look->id, {DecisionOutcome::Approved, kReasoning}, look->version).ok());
    QCOMPARE(countOf(QStringLiteral("second_looks WHERE position(convert_to('%1', 'UTF8') IN sealed_reasoning) > 0").arg(kReasoning.left(12))), 0);
    m_bank->sql.run(QStringLiteral("UPDATE persons SET wrapped_key = NULL, national_id_hash = NULL, key_number = NULL, erased_at = now()"));
    QCOMPARE(looks().list(m_bank->senior, {SecondLookState::Closed, 1, 20, {}})->items.first().reasoning, QStringLiteral("(erased)"));
}

void TestSecondLookService::theDatabaseKeepsPeopleApart()
{
    decided(m_bank->analyst);
    QCOMPARE(m_bank->sql.failureOf(QStringLiteral("UPDATE second_looks SET state = 'taken', analyst_id = decided_by, taken_at = now()")),
             QStringLiteral("23514 second_looks_another_decides"));
    const auto look = taken(m_bank->otherAnalyst);
    QVERIFY(looks().decide(m_bank->otherAnalyst, look->id, {DecisionOutcome::Declined, kReasoning}, look->version).ok());
    QCOMPARE(m_bank->sql.failureOf(QStringLiteral("UPDATE second_looks SET state = 'closed', settled_by = analyst_id, settled_outcome = 'declined', "
                                                  "sealed_settlement = 'x', settled_at = now()")),
             QStringLiteral("23514 second_looks_third_settles"));
}

QTEST_GUILESS_MAIN(TestSecondLookService)
#include "tst_second_look_service.moc"
