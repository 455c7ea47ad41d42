// Overrides and what makes a decision acceptable.
#include "core/api/DecisionRules.h"
#include "core/decision/ConditionRules.h"
#include "core/decision/FourEyes.h"

#include <QtTest>

using namespace countersign;

namespace {

DecisionContext contextWithScore(std::optional<int> score)
{
    return {Amount::whole(1'200'000), 48, *Currency::fromCode(u"RSD"), score, Policy{}, QDate(2026, 11, 24)};
}

api::DecisionCreate approval()
{
    api::DecisionCreate decision;
    decision.decisionOutcome = DecisionOutcome::Approved;
    decision.approvedTerms = api::ApprovedTerms{Amount::whole(1'200'000), 48, 9.5};
    decision.reasoning = QStringLiteral("Permanent contract and savings for a third of the loan.");
    return decision;
}

api::DecisionCreate decline()
{
    api::DecisionCreate decision;
    decision.decisionOutcome = DecisionOutcome::Declined;
    decision.reasonCodes = {ReasonCode::DebtToIncomeTooHigh};
    decision.reasoning = QStringLiteral("Obligations take more than half of the income.");
    return decision;
}

QStringList faultsOf(const api::DecisionCreate &decision, const DecisionContext &context)
{
    QStringList texts;
    for (const FieldError &error : validateDecision(decision, context))
        texts.append(error.path + QLatin1Char(' ') + error.code);
    return texts;
}

} // namespace

class TestDecisions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void overridesAreSeenOnBothSidesOfEveryCutoff_data()
    {
        QTest::addColumn<int>("score");
        QTest::addColumn<bool>("approve");
        QTest::addColumn<bool>("isOverride");
        QTest::addColumn<bool>("needsSecond");
        QTest::newRow("480 approve: against an automatic decline") << 480 << true << true << true;
        QTest::newRow("480 decline") << 480 << false << false << false;
        QTest::newRow("481 approve: low side of the band") << 481 << true << true << true;
        QTest::newRow("599 approve") << 599 << true << true << true;
        QTest::newRow("599 decline") << 599 << false << false << false;
        QTest::newRow("600 approve") << 600 << true << false << false;
        QTest::newRow("600 decline: high side needs nobody else") << 600 << false << true << false;
        QTest::newRow("719 decline") << 719 << false << true << false;
        QTest::newRow("720 decline: against an automatic approval") << 720 << false << true << true;
        QTest::newRow("720 approve") << 720 << true << false << false;
    }
    void overridesAreSeenOnBothSidesOfEveryCutoff()
    {
        QFETCH(int, score);
        QFETCH(bool, approve);
        QFETCH(bool, isOverride);
        QFETCH(bool, needsSecond);
        const auto outcome = approve ? DecisionOutcome::Approved : DecisionOutcome::Declined;
        const auto assessed = assessOverride(score, outcome, Policy{});
        QCOMPARE(assessed.isOverride(), isOverride);
        QCOMPARE(assessed.needsSecondPerson, needsSecond);
        QCOMPARE(assessed.kind.has_value(), isOverride);
        if (isOverride)
            QCOMPARE(*assessed.kind, score > 480 && score < 720 ? OverrideKind::InsideBand : OverrideKind::OutsideBand);
        if (isOverride)
            QCOMPARE(*assessed.direction,
                     approve ? OverrideDirection::ModelDeclineAnalystApprove
                             : OverrideDirection::ModelApproveAnalystDecline);
    }
    void thePolicySaysWhichOverridesInTheBandNeedASecondPerson()
    {
        Policy policy;
        policy.bandOverrideApproval = BandOverrideApproval::All;
        QVERIFY(assessOverride(650, DecisionOutcome::Declined, policy).needsSecondPerson);
        policy.bandOverrideApproval = BandOverrideApproval::None;
        QVERIFY(!assessOverride(550, DecisionOutcome::Approved, policy).needsSecondPerson);
        QVERIFY(assessOverride(450, DecisionOutcome::Approved, policy).needsSecondPerson);
    }
    void fourEyesBindPersons()
    {
        const UserId decider = UserId::make(Instant());
        Actor actor;
        actor.permissions = permissionsOf(Role::Admin);
        QCOMPARE(checkCountersigns(actor, decider).error().reason, QStringLiteral("forbidden")); // no person
        actor.user = decider;
        QCOMPARE(checkCountersigns(actor, decider).error().reason, QStringLiteral("own_decision"));
        actor.user = UserId::make(Instant());
        QVERIFY(checkCountersigns(actor, decider));
        actor.permissions = permissionsOf(Role::Analyst);
        QCOMPARE(checkCountersigns(actor, decider).error().reason, QStringLiteral("forbidden"));
    }
    void conditionsMoveByTheTable()
    {
        Actor actor;
        for (const auto &[from, fromName] : enumTexts<ConditionStatus>)
            for (const auto &[to, toName] : enumTexts<ConditionStatus>) {
                const bool begins = from == ConditionStatus::Open || from == ConditionStatus::Received;
                const bool expected = begins && from != to;
                QVERIFY2(mayMove(from, to) == expected, fromName);
                actor.permissions = permissionsOf(Role::SeniorAnalyst);
                QCOMPARE(checkConditionMove(actor, from, to).ok(), expected);
                actor.permissions = permissionsOf(Role::Analyst);
                QCOMPARE(checkConditionMove(actor, from, to).ok(), expected && to != ConditionStatus::Waived);
            }
    }
    void withoutAScoreNobodyIsOverridden()
    {
        QVERIFY(!assessOverride(std::nullopt, DecisionOutcome::Approved, Policy{}).isOverride());
        QVERIFY(faultsOf(approval(), contextWithScore(std::nullopt)).isEmpty());
    }
    void acceptsEachKindOfDecision()
    {
        QVERIFY(faultsOf(approval(), contextWithScore(650)).isEmpty());
        QVERIFY(faultsOf(decline(), contextWithScore(550)).isEmpty());
        auto conditional = approval();
        conditional.conditions = {{ConditionType::ReducedAmount, QStringLiteral("A million at most"), {}}};
        conditional.approvedTerms->amount = Amount::whole(1'000'000);
        QVERIFY(faultsOf(conditional, contextWithScore(650)).isEmpty());
        QCOMPARE(decisionTypeOf(DecisionOutcome::Approved, false), DecisionType::AnalystApprove);
        QCOMPARE(decisionTypeOf(DecisionOutcome::Approved, true), DecisionType::AnalystApproveWithConditions);
        QCOMPARE(decisionTypeOf(DecisionOutcome::Declined, false), DecisionType::AnalystDecline);
        QVERIFY(isCounteroffer(*conditional.approvedTerms, contextWithScore(650)));
        QVERIFY(!isCounteroffer(*approval().approvedTerms, contextWithScore(650)));
    }
    void namesEveryFaultOfAnApproval()
    {
        auto decision = approval();
        decision.approvedTerms = api::ApprovedTerms{Amount::whole(1'200'001), 481, 101};
        decision.conditions = {{ConditionType::Documentation, QStringLiteral(" "), QDate(2026, 11, 23)}};
        decision.reasonCodes = {ReasonCode::IncomeTooLow, ReasonCode::IncomeTooLow};
        decision.reasoning = QStringLiteral("   short   ");
        const QStringList expected{QStringLiteral("approved_terms.amount above_request"),
                                   QStringLiteral("approved_terms.term_months out_of_range"),
                                   QStringLiteral("approved_terms.interest_rate out_of_range"),
                                   QStringLiteral("conditions[0].description too_short"),
                                   QStringLiteral("conditions[0].due_date in_the_past"),
                                   QStringLiteral("reason_codes[0] does_not_fit"),
                                   QStringLiteral("reason_codes[1] does_not_fit"),
                                   QStringLiteral("reason_codes[1] duplicate"),
                                   QStringLiteral("reasoning too_short")};
        QCOMPARE(faultsOf(decision, contextWithScore(650)), expected);
        decision = approval();
        decision.approvedTerms.reset();
        QCOMPARE(faultsOf(decision, contextWithScore(650)), QStringList{QStringLiteral("approved_terms required")});
    }
    void aDeclineHasReasonsAndNoTerms()
    {
        auto decision = decline();
        decision.reasonCodes.clear();
        decision.approvedTerms = approval().approvedTerms;
        decision.conditions = {{ConditionType::Other, QStringLiteral("something"), {}}};
        const QStringList expected{QStringLiteral("approved_terms not_allowed"),
                                   QStringLiteral("conditions not_allowed"), QStringLiteral("reason_codes required")};
        QCOMPARE(faultsOf(decision, contextWithScore(550)), expected);
    }
    void plan_2_3_2_justificationRequired()
    {
        auto decision = approval();
        const QStringList expected{QStringLiteral("override_reason required"),
                                   QStringLiteral("override_justification too_short")};
        QCOMPARE(faultsOf(decision, contextWithScore(550)), expected);
        decision.overrideReason = OverrideReason::NewInformation;
        decision.overrideJustification = QString(49, QLatin1Char('x'));
        QCOMPARE(faultsOf(decision, contextWithScore(550)).size(), 1);
        decision.overrideJustification = QString(50, QLatin1Char('x'));
        QVERIFY(faultsOf(decision, contextWithScore(550)).isEmpty());
        QCOMPARE(faultsOf(decision, contextWithScore(650)),
                 QStringList{QStringLiteral("override_reason not_an_override")});
    }
    /// As the database counts: a pair of surrogates is one character.
    void lengthsAreCountedInCharacters()
    {
        auto decision = decline();
        decision.reasoning = QStringLiteral("\U0001F4B6").repeated(kMinReasoning - 1);
        QCOMPARE(faultsOf(decision, contextWithScore(550)), QStringList{QStringLiteral("reasoning too_short")});
        decision.reasoning += QStringLiteral("\U0001F4B6");
        QVERIFY(faultsOf(decision, contextWithScore(550)).isEmpty());
        decision.reasoning = QStringLiteral("đ").repeated(kMinReasoning);
        QVERIFY(faultsOf(decision, contextWithScore(550)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDecisions)
#include "tst_decisions.moc"
