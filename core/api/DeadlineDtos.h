// Legal deadlines of an application, on the wire.
#pragma once

#include "core/deadline/LegalDeadline.h"
#include "core/json/Fields.h"

namespace countersign::api {

struct DeadlineInfo {
    DeadlineKind kind = DeadlineKind::DecisionNotice;
    RulePackId rulePack = RulePackId::None;
    int ruleVersion = 1;
    Instant startedAt;
    QDate dueOn;   ///< the last day, of the tenant's calendar
    Instant dueAt; ///< its end
    DeadlineState state = DeadlineState::Running;
    bool missed = false;         ///< it runs, and is over
    std::optional<int> daysLeft; ///< while it runs
    std::optional<Instant> endedAt;
};

struct DeadlineList {
    QList<DeadlineInfo> items; ///< the one that comes first, first
    bool owesNotice = false;   ///< the applicant has to be told something still: the application does not expire
    Instant asOf;
};

} // namespace countersign::api

namespace countersign {

template <>
inline constexpr auto fieldsOf<api::DeadlineInfo> = record("DeadlineInfo",
    field("kind", &api::DeadlineInfo::kind),
    field("rule_pack", &api::DeadlineInfo::rulePack),
    field("rule_version", &api::DeadlineInfo::ruleVersion),
    field("started_at", &api::DeadlineInfo::startedAt),
    field("due_on", &api::DeadlineInfo::dueOn, "the last day, of the tenant's calendar"),
    field("due_at", &api::DeadlineInfo::dueAt, "the end of that day"),
    field("state", &api::DeadlineInfo::state),
    field("missed", &api::DeadlineInfo::missed, "it runs, and is over"),
    field("days_left", &api::DeadlineInfo::daysLeft, "while it runs; negative when it is over"),
    field("ended_at", &api::DeadlineInfo::endedAt, "met or void since"));

template <>
inline constexpr auto fieldsOf<api::DeadlineList> = record("DeadlineList",
    field("items", &api::DeadlineList::items, "the one that comes first, first"),
    field("owes_notice", &api::DeadlineList::owesNotice,
          "the applicant has to be told something still: the application does not expire"),
    field("as_of", &api::DeadlineList::asOf));

} // namespace countersign
