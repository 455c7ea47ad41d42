#include "core/policy/Router.h"

namespace countersign {

namespace {

bool isAbove(const RouteQuestion &question, const Policy &policy)
{
    return question.score && *question.score >= policy.autoApproveMin;
}

bool isBelow(const RouteQuestion &question, const Policy &policy)
{
    return question.score && *question.score <= policy.autoDeclineMax;
}

bool isSuspended(const RouteQuestion &question, const Policy &policy)
{
    return question.automation == Automation::Off
        || (question.automation == Automation::ApproveOnly && isBelow(question, policy));
}

struct Rule {
    RouteReason reason;
    Route route;
    bool (*applies)(const RouteQuestion &, const Policy &);
};

constexpr std::array kRules{
    Rule{RouteReason::ModelUnavailable, Route::HumanReview,
         [](const RouteQuestion &q, const Policy &) { return !q.score; }},
    Rule{RouteReason::AutomationSuspended, Route::HumanReview, isSuspended},
    Rule{RouteReason::HighValueLoan, Route::HumanReview,
         [](const RouteQuestion &q, const Policy &p) { return q.amount > p.maxLoanAmountAuto; }},
    Rule{RouteReason::LongTerm, Route::HumanReview,
         [](const RouteQuestion &q, const Policy &p) { return q.termMonths > p.maxTermMonthsAuto; }},
    Rule{RouteReason::PurposeReview, Route::HumanReview,
         [](const RouteQuestion &q, const Policy &p) { return p.requireReviewPurposes.contains(q.purpose); }},
    Rule{RouteReason::SecondReview, Route::HumanReview,
         [](const RouteQuestion &q, const Policy &) { return q.drawnForSecondReview; }},
    Rule{RouteReason::ScoreAboveThreshold, Route::AutoApprove, isAbove},
    Rule{RouteReason::ScoreBelowThreshold, Route::AutoDecline, isBelow},
    Rule{RouteReason::BorderlineScore, Route::HumanReview,
         [](const RouteQuestion &q, const Policy &p) { return q.score && !isAbove(q, p) && !isBelow(q, p); }},
};

constexpr bool rulesFollowTheReasons()
{
    for (std::size_t i = 0; i < kRules.size(); ++i)
        if (kRules[i].reason != enumTexts<RouteReason>[i].value)
            return false;
    return kRules.size() == enumTexts<RouteReason>.size();
}
static_assert(rulesFollowTheReasons(), "one rule per reason, in the order of the reasons");

} // namespace

Recommendation recommendationFor(int score, const Policy &policy)
{
    if (score >= policy.autoApproveMin)
        return Recommendation::Approve;
    if (score <= policy.autoDeclineMax)
        return Recommendation::Decline;
    return score >= policy.recommendationCutoff ? Recommendation::Approve : Recommendation::Decline;
}

Routing routeOf(const RouteQuestion &question, const Policy &policy)
{
    Routing routing;
    bool decided = false;
    for (const Rule &rule : kRules) {
        if (!rule.applies(question, policy))
            continue;
        if (!decided)
            routing.route = rule.route;
        decided = true;
        if (rule.route == routing.route)
            routing.reasons.append(rule.reason);
    }
    if (question.score)
        routing.recommendation = recommendationFor(*question.score, policy);
    return routing;
}

} // namespace countersign
