// Which deadlines the law sets, as data: one pack for each law, each version kept for what began under it.
#pragma once

#include "core/base/EnumText.h"

#include <QtGlobal>

#include <span>

namespace countersign {

enum class RulePackId { None, UsRegB, EuCcd2 };

template <>
inline constexpr auto enumTexts<RulePackId> = std::array{
    EnumText{RulePackId::None, "none"},
    EnumText{RulePackId::UsRegB, "us-regb"},
    EnumText{RulePackId::EuCcd2, "eu-ccd2"},
};

enum class DeadlineKind { DecisionNotice, IncompletenessNotice, CounterofferReply, ReviewAnswer };

template <>
inline constexpr auto enumTexts<DeadlineKind> = std::array{
    EnumText{DeadlineKind::DecisionNotice, "decision_notice"},
    EnumText{DeadlineKind::IncompletenessNotice, "incompleteness_notice"},
    EnumText{DeadlineKind::CounterofferReply, "counteroffer_reply"},
    EnumText{DeadlineKind::ReviewAnswer, "review_answer"},
};

/// What starts, holds or ends a legal clock.
enum class LegalEvent {
    ReceivedComplete,
    ReceivedIncomplete,   ///< the applicant has left out what a decision needs
    IncompletenessNoticed, ///< the applicant was told what is missing
    Completed,            ///< and has sent it
    DecisionOut,          ///< in force, and its notice recorded
    CounterofferOut,      ///< the same for an approval of other terms than those asked for
    CounterofferAnswered,
    ReviewRequested, ///< by the applicant
    ReviewAnswered,
    Closed, ///< withdrawn or expired
};

class EventSet {
public:
    template <class... Events>
    constexpr EventSet(Events... events) : m_bits((0u | ... | (1u << unsigned(events)))) {}
    constexpr bool contains(LegalEvent event) const { return m_bits & (1u << unsigned(event)); }

private:
    quint32 m_bits;
};

struct DeadlineRule {
    DeadlineKind kind;
    int days; ///< of the calendar, after the day of the event that starts it
    EventSet starts;
    EventSet pauses;
    EventSet meets;
};

struct RulePack {
    RulePackId id;
    int version;
    std::span<const DeadlineRule> rules;
};

const RulePack &rulePackInForce(RulePackId id);
/// Null when this version of the program does not know it.
const RulePack *findRulePack(RulePackId id, int version);

} // namespace countersign
