// The legal clock of an application, beside its service clock: by when the law wants what, counted in the tenant's days.
#pragma once

#include "core/base/EnumText.h"
#include "core/base/Instant.h"
#include "core/deadline/RulePack.h"

#include <QDate>
#include <QList>
#include <QTimeZone>

namespace countersign {

enum class DeadlineState {
    Running,
    Paused, ///< waits for the applicant
    Met,
    Void, ///< withdrawn or expired: nothing is owed any more
};

template <>
inline constexpr auto enumTexts<DeadlineState> = std::array{
    EnumText{DeadlineState::Running, "running"},
    EnumText{DeadlineState::Paused, "paused"},
    EnumText{DeadlineState::Met, "met"},
    EnumText{DeadlineState::Void, "void"},
};

/// One of each kind for an application, by the rules that were in force when it began.
struct LegalDeadline {
    DeadlineKind kind = DeadlineKind::DecisionNotice;
    RulePackId pack = RulePackId::None;
    int packVersion = 1;
    Instant startedAt;
    QDate dueOn;   ///< the last day
    Instant dueAt; ///< its end, at midnight of the tenant's time zone
    std::optional<Instant> nextStepAt;
    DeadlineState state = DeadlineState::Running;
    std::optional<Instant> endedAt; ///< met or void since; met after dueAt: too late

    bool isMissedAt(Instant now) const { return state == DeadlineState::Running && now >= dueAt; }
    friend bool operator==(const LegalDeadline &, const LegalDeadline &) = default;
};

/// What `event` changes of the deadlines of one application: those that begin, pause, begin again or end. New ones follow
/// `inForce`, the others the rules they began by. A clock that runs is never prolonged.
QList<LegalDeadline> changedBy(LegalEvent event, Instant now, const RulePack &inForce, const QTimeZone &zone,
                               const QList<LegalDeadline> &current);

/// Days before the last one at which people are told; 0: the day is over.
inline constexpr std::array kDeadlineSteps{7, 3, 1, 0};

/// The tightest step that has come: after a time without sweeps only that one is told.
std::optional<int> stepAt(const LegalDeadline &deadline, const QTimeZone &zone, Instant now);
std::optional<Instant> nextStepAfter(const LegalDeadline &deadline, const QTimeZone &zone, Instant now);

/// Whole days of the calendar until the last day; negative afterwards.
int daysLeft(const LegalDeadline &deadline, const QTimeZone &zone, Instant now);

/// Whether the applicant still has to be told something: such an application must not expire. A notice is out with the
/// commit of what it tells, which records it for delivery.
bool owesNotice(const QList<LegalDeadline> &deadlines);

} // namespace countersign
