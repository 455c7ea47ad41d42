#include "core/deadline/RulePack.h"

#include <algorithm>

namespace countersign {

namespace {

using enum LegalEvent;

/// Regulation B, 12 CFR 1002.9: (a)(1)(i) notice of the action within 30 days after a complete application; (a)(1)(ii),
/// (c)(1) within 30 days after an incomplete one, of the action or of what is missing, which holds the first clock until it
/// is there; (a)(1)(iv) adverse action within 90 days after a counteroffer that nobody accepts.
constexpr std::array kUsRegB1{
    DeadlineRule{DeadlineKind::DecisionNotice,
                 30,
                 {ReceivedComplete, Completed},
                 {IncompletenessNoticed},
                 {DecisionOut, CounterofferOut}},
    DeadlineRule{DeadlineKind::IncompletenessNotice,
                 30,
                 {ReceivedIncomplete},
                 {},
                 {IncompletenessNoticed, Completed, DecisionOut, CounterofferOut}},
    DeadlineRule{DeadlineKind::CounterofferReply, 90, {CounterofferOut}, {}, {CounterofferAnswered}},
};

/// Directive (EU) 2023/2225, article 18(8): the consumer may ask for a review of the assessment by a person. The directive
/// sets no time; this is the month of article 12(3) of Regulation (EU) 2016/679.
constexpr std::array kEuCcd21{
    DeadlineRule{DeadlineKind::ReviewAnswer, 30, {ReviewRequested}, {}, {ReviewAnswered}},
};

/// Of each pack the newest version last.
constexpr std::array kPacks{
    RulePack{RulePackId::None, 1, {}},
    RulePack{RulePackId::UsRegB, 1, kUsRegB1},
    RulePack{RulePackId::EuCcd2, 1, kEuCcd21},
};

} // namespace

const RulePack &rulePackInForce(RulePackId id)
{
    return *std::find_if(kPacks.rbegin(), kPacks.rend(), [id](const RulePack &pack) { return pack.id == id; });
}

const RulePack *findRulePack(RulePackId id, int version)
{
    const auto found = std::find_if(kPacks.begin(), kPacks.end(),
                                    [=](const RulePack &pack) { return pack.id == id && pack.version == version; });
    return found == kPacks.end() ? nullptr : &*found;
}

} // namespace countersign
