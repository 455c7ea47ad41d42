// How a loan goes after it was booked, and in what order that can be said.
#pragma once

#include "core/base/EnumText.h"
#include "core/base/Instant.h"

namespace countersign {

enum class LoanPerformance { Current, PastDue30, PastDue60, PastDue90, Default, WrittenOff, Repaid };

template <>
inline constexpr auto enumTexts<LoanPerformance> = std::array{
    EnumText{LoanPerformance::Current, "current"},
    EnumText{LoanPerformance::PastDue30, "past_due_30"},
    EnumText{LoanPerformance::PastDue60, "past_due_60"},
    EnumText{LoanPerformance::PastDue90, "past_due_90"},
    EnumText{LoanPerformance::Default, "default"},
    EnumText{LoanPerformance::WrittenOff, "written_off"},
    EnumText{LoanPerformance::Repaid, "repaid"},
};

/// What was seen of a loan at some time.
struct LoanObservation {
    LoanPerformance performance = LoanPerformance::Current;
    Instant observedAt;
    std::optional<int> daysPastDue;
    std::optional<int> monthsOnBook;
    friend bool operator==(const LoanObservation &, const LoanObservation &) = default;
};

/// Days past due from which a state begins; 0 where days are not what makes it.
int leastDaysPastDue(LoanPerformance performance);
/// Of the states that are counted in days.
LoanPerformance performanceAt(int daysPastDue);

/// Why an observation cannot be recorded after the last one; nothing when it can. `decidedAt` is when the loan was granted.
enum class OutcomeRefusal { InTheFuture, BeforeDecision, NotLater, LoanHasEnded, MonthsDecrease, DaysDoNotFit };

template <>
inline constexpr auto enumTexts<OutcomeRefusal> = std::array{
    EnumText{OutcomeRefusal::InTheFuture, "in_the_future"},
    EnumText{OutcomeRefusal::BeforeDecision, "before_decision"},
    EnumText{OutcomeRefusal::NotLater, "not_later"},
    EnumText{OutcomeRefusal::LoanHasEnded, "loan_has_ended"},
    EnumText{OutcomeRefusal::MonthsDecrease, "months_decrease"},
    EnumText{OutcomeRefusal::DaysDoNotFit, "days_do_not_fit"},
};

std::optional<OutcomeRefusal> refusalOf(const LoanObservation &observed, const std::optional<LoanObservation> &last, Instant decidedAt,
                                        Instant now);

} // namespace countersign
