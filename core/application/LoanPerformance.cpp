#include "core/application/LoanPerformance.h"

namespace countersign {

namespace {

using enum LoanPerformance;

/// States that are counted in days, the worst first.
struct Bucket {
    LoanPerformance performance;
    int from;
};
constexpr std::array kBuckets{Bucket{PastDue90, 90}, Bucket{PastDue60, 60}, Bucket{PastDue30, 30}, Bucket{Current, 0}};

bool daysFit(const LoanObservation &observed)
{
    const bool isCounted = observed.performance <= PastDue90;
    return !observed.daysPastDue || !isCounted || performanceAt(*observed.daysPastDue) == observed.performance;
}

/// A loan that has defaulted may be paid after all or be written off; it is never current again.
bool mayFollow(LoanPerformance last, LoanPerformance next)
{
    if (last == Repaid || last == WrittenOff)
        return false;
    return last != Default || next >= Default;
}

} // namespace

int leastDaysPastDue(LoanPerformance performance)
{
    for (const Bucket &bucket : kBuckets)
        if (bucket.performance == performance)
            return bucket.from;
    return 0;
}

LoanPerformance performanceAt(int daysPastDue)
{
    for (const Bucket &bucket : kBuckets)
        if (daysPastDue >= bucket.from)
            return bucket.performance;
    return Current;
}

std::optional<OutcomeRefusal> refusalOf(const LoanObservation &observed, const std::optional<LoanObservation> &last,
                                        Instant decidedAt, Instant now)
{
    if (observed.observedAt > now)
        return OutcomeRefusal::InTheFuture;
    if (observed.observedAt < decidedAt)
        return OutcomeRefusal::BeforeDecision;
    if (!daysFit(observed))
        return OutcomeRefusal::DaysDoNotFit;
    if (!last)
        return std::nullopt;
    if (observed.observedAt <= last->observedAt)
        return OutcomeRefusal::NotLater;
    if (!mayFollow(last->performance, observed.performance))
        return OutcomeRefusal::LoanHasEnded;
    if (observed.monthsOnBook && last->monthsOnBook && *observed.monthsOnBook < *last->monthsOnBook)
        return OutcomeRefusal::MonthsDecrease;
    return std::nullopt;
}

} // namespace countersign
