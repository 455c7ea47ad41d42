#include "core/decision/OverrideRule.h"

#include "core/policy/Router.h"

namespace countersign {

namespace {

bool isInsideBand(int score, const Policy &policy)
{
    return score > policy.autoDeclineMax && score < policy.autoApproveMin;
}

bool bandNeedsSecondPerson(OverrideDirection direction, BandOverrideApproval approval)
{
    if (approval == BandOverrideApproval::LowSide)
        return direction == OverrideDirection::ModelDeclineAnalystApprove;
    return approval == BandOverrideApproval::All;
}

} // namespace

OverrideAssessment assessOverride(std::optional<int> score, DecisionOutcome outcome, const Policy &policy)
{
    if (!score)
        return {};
    const bool modelApproves = recommendationFor(*score, policy) == Recommendation::Approve;
    if (modelApproves == (outcome == DecisionOutcome::Approved))
        return {};
    const auto direction = modelApproves ? OverrideDirection::ModelApproveAnalystDecline
                                         : OverrideDirection::ModelDeclineAnalystApprove;
    if (!isInsideBand(*score, policy))
        return {direction, OverrideKind::OutsideBand, true};
    return {direction, OverrideKind::InsideBand, bandNeedsSecondPerson(direction, policy.bandOverrideApproval)};
}

} // namespace countersign
