// Policy and router: every reason, their order, and what happens exactly at the bounds.
#include "core/policy/OutcomeRates.h"
#include "core/policy/Router.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace countersign;

namespace {

using enum RouteReason;

RouteQuestion ordinary(std::optional<int> score)
{
    return {.score = score, .amount = Amount::whole(500'000), .termMonths = 36, .purpose = LoanPurpose::Car};
}

Policy strict()
{
    Policy policy;
    policy.requireReviewPurposes = {LoanPurpose::Business};
    return policy;
}

struct Case {
    const char *what;
    RouteQuestion question;
    Route route;
    QList<RouteReason> reasons;
    std::optional<Recommendation> recommendation;
};

RouteQuestion with(RouteQuestion question, auto change)
{
    change(question);
    return question;
}

constexpr auto kHigh = [](RouteQuestion &q) { q.amount = Amount{200'000'001}; };
constexpr auto kLong = [](RouteQuestion &q) { q.termMonths = 85; };
constexpr auto kBusiness = [](RouteQuestion &q) { q.purpose = LoanPurpose::Business; };
constexpr auto kOff = [](RouteQuestion &q) { q.automation = Automation::Off; };
constexpr auto kApproveOnly = [](RouteQuestion &q) { q.automation = Automation::ApproveOnly; };
constexpr auto kSecond = [](RouteQuestion &q) { q.drawnForSecondReview = true; };

QList<Case> cases()
{
    const auto approve = Recommendation::Approve;
    const auto decline = Recommendation::Decline;
    return {
        {"at the approval threshold", ordinary(720), Route::AutoApprove, {ScoreAboveThreshold}, approve},
        {"just below it", ordinary(719), Route::HumanReview, {BorderlineScore}, approve},
        {"at the decline threshold", ordinary(480), Route::AutoDecline, {ScoreBelowThreshold}, decline},
        {"just above it", ordinary(481), Route::HumanReview, {BorderlineScore}, decline},
        {"at the cutoff", ordinary(600), Route::HumanReview, {BorderlineScore}, approve},
        {"just below the cutoff", ordinary(599), Route::HumanReview, {BorderlineScore}, decline},
        {"best", ordinary(1000), Route::AutoApprove, {ScoreAboveThreshold}, approve},
        {"worst", ordinary(0), Route::AutoDecline, {ScoreBelowThreshold}, decline},
        {"exactly 2,000,000", with(ordinary(800), [](auto &q) { q.amount = Amount::whole(2'000'000); }), Route::AutoApprove,
         {ScoreAboveThreshold}, approve},
        {"a para more", with(ordinary(800), kHigh), Route::HumanReview, {HighValueLoan}, approve},
        {"exactly 84 months", with(ordinary(800), [](auto &q) { q.termMonths = 84; }), Route::AutoApprove,
         {ScoreAboveThreshold}, approve},
        {"85 months", with(ordinary(800), kLong), Route::HumanReview, {LongTerm}, approve},
        {"a purpose for review", with(ordinary(300), kBusiness), Route::HumanReview, {PurposeReview}, decline},
        {"no model", ordinary(std::nullopt), Route::HumanReview, {ModelUnavailable}, std::nullopt},
        {"stopped, good", with(ordinary(800), kOff), Route::HumanReview, {AutomationSuspended}, approve},
        {"stopped, bad", with(ordinary(300), kOff), Route::HumanReview, {AutomationSuspended}, decline},
        {"stopped, between", with(ordinary(650), kOff), Route::HumanReview, {AutomationSuspended, BorderlineScore}, approve},
        {"approve only, good", with(ordinary(800), kApproveOnly), Route::AutoApprove, {ScoreAboveThreshold}, approve},
        {"approve only, bad", with(ordinary(300), kApproveOnly), Route::HumanReview, {AutomationSuspended}, decline},
        {"approve only, between", with(ordinary(650), kApproveOnly), Route::HumanReview, {BorderlineScore}, approve},
        {"second opinion", with(ordinary(800), kSecond), Route::HumanReview, {SecondReview}, approve},
        {"everything at once",
         with(with(with(with(with(ordinary(650), kHigh), kLong), kBusiness), kOff), kSecond), Route::HumanReview,
         {AutomationSuspended, HighValueLoan, LongTerm, PurposeReview, SecondReview, BorderlineScore}, approve},
        {"no model and high", with(with(ordinary(std::nullopt), kHigh), kOff), Route::HumanReview,
         {ModelUnavailable, AutomationSuspended, HighValueLoan}, std::nullopt},
    };
}

rc::Gen<RouteQuestion> anyQuestion()
{
    return rc::gen::map(rc::gen::tuple(rc::gen::inRange(-1, 1001), rc::gen::inRange(1, 400'000'000), rc::gen::inRange(1, 481),
                                       rc::gen::inRange(0, 9), rc::gen::inRange(0, 3), rc::gen::inRange(0, 10)),
                        [](const auto &t) {
                            const auto &[score, amount, term, purpose, automation, second] = t;
                            return RouteQuestion{score < 0 ? std::nullopt : std::optional(score), Amount{amount}, term,
                                                 LoanPurpose(purpose), Automation(automation), second == 0};
                        });
}

} // namespace

class TestPolicy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void plan_3_3_2_routingMatchesTheSpecification_data()
    {
        QTest::addColumn<int>("index");
        const QList<Case> all = cases();
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].what) << i;
    }
    void plan_3_3_2_routingMatchesTheSpecification()
    {
        QFETCH(int, index);
        const Case expected = cases()[index];
        const Routing routing = routeOf(expected.question, strict());
        QCOMPARE(routing.route, expected.route);
        QCOMPARE(routing.reasons, expected.reasons);
        QCOMPARE(routing.recommendation, expected.recommendation);
    }
    void plan_3_3_2_rulesAreApplied()
    {
        QSet<RouteReason> seen;
        for (const Case &one : cases())
            for (const RouteReason reason : one.reasons)
                seen.insert(reason);
        QCOMPARE(std::size_t(seen.size()), enumTexts<RouteReason>.size()); // the table above shows every reason
    }
    void reasonsAreNeverEmptyAndKeepTheTablesOrder()
    {
        QVERIFY(rc::check("order of reasons", [] {
            const Routing routing = routeOf(*anyQuestion(), strict());
            RC_ASSERT(!routing.reasons.isEmpty());
            RC_ASSERT(std::is_sorted(routing.reasons.begin(), routing.reasons.end()));
        }));
    }
    void decidesAutomaticallyOnlyWhatNoRuleHolds()
    {
        QVERIFY(rc::check("automatic decisions", [] {
            const RouteQuestion question = *anyQuestion();
            const Policy policy = strict();
            const Routing routing = routeOf(question, policy);
            if (routing.route == Route::HumanReview)
                return;
            RC_ASSERT(question.score.has_value());
            RC_ASSERT(question.amount <= policy.maxLoanAmountAuto && question.termMonths <= policy.maxTermMonthsAuto);
            RC_ASSERT(question.purpose != LoanPurpose::Business && question.automation != Automation::Off);
            RC_ASSERT(!question.drawnForSecondReview);
            RC_ASSERT(routing.reasons.size() == 1);
            const bool approved = routing.route == Route::AutoApprove;
            RC_ASSERT((approved ? *question.score >= 720 : *question.score <= 480));
            RC_ASSERT(approved == (routing.recommendation == Recommendation::Approve));
        }));
    }
    void aBetterScoreNeverMakesTheRecommendationWorse()
    {
        QVERIFY(rc::check("monotone recommendation", [] {
            const int score = *rc::gen::inRange(0, 1000);
            const Policy policy;
            if (recommendationFor(score, policy) == Recommendation::Approve)
                RC_ASSERT(recommendationFor(score + 1, policy) == Recommendation::Approve);
        }));
    }
    void refusesAPolicyThatContradictsItself()
    {
        QVERIFY(checkPolicy(Policy{}));
        Policy wrong;
        wrong.autoDeclineMax = 720;
        wrong.maxTermMonthsAuto = 0;
        wrong.slaHours = -1;
        const auto checked = checkPolicy(wrong);
        QVERIFY(!checked);
        QStringList paths;
        for (const FieldError &field : checked.error().fields)
            paths.append(field.path);
        QCOMPARE(paths, (QStringList{QStringLiteral("recommendation_cutoff"), QStringLiteral("max_term_months_auto"),
                                     QStringLiteral("sla_hours")}));
    }
    void weighsRatesToThePortfolio()
    {
        // 100 approved (4 bad), 50 declined (30 bad), 50 between (16 bad): 200 cases, 50 bad.
        std::vector<RoutedOutcome> outcomes;
        const auto add = [&outcomes](Route route, int good, int bad) {
            outcomes.insert(outcomes.end(), std::size_t(good), {route, false});
            outcomes.insert(outcomes.end(), std::size_t(bad), {route, true});
        };
        add(Route::AutoApprove, 96, 4);
        add(Route::AutoDecline, 20, 30);
        add(Route::HumanReview, 34, 16);
        const OutcomeRates rates = outcomeRates(outcomes, 0.10);
        QCOMPARE(rates.cases, 200);
        QCOMPARE(rates.approved.share.value, 0.5);
        QCOMPARE(rates.approved.badRate.value, 0.04);
        // good 96/150 x 0.9 = 0.576, bad 4/50 x 0.1 = 0.008
        QVERIFY(qAbs(rates.approved.weightedShare.value - 0.584) < 1e-12);
        QVERIFY(qAbs(rates.approved.weightedBadRate.value - 0.008 / 0.584) < 1e-12);
        QVERIFY(qAbs(rates.declined.weightedShare.value - (0.12 + 0.06)) < 1e-12);
        for (const Rate &rate : {rates.approved.share, rates.approved.badRate, rates.approved.weightedShare,
                                 rates.approved.weightedBadRate, rates.declined.weightedShare})
            QVERIFY(rate.interval.low < rate.value && rate.value < rate.interval.high);
        QCOMPARE(outcomeRates(outcomes, 0.10).approved.weightedBadRate.interval, rates.approved.weightedBadRate.interval);
        QCOMPARE(outcomeRates({}, 0.06).approved.cases, 0);
    }
};

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
