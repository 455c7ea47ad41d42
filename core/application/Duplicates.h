// Which applications of one person may be the same request, sent twice.
#pragma once

#include "core/application/ApplicationStatus.h"
#include "core/base/Instant.h"
#include "core/base/Money.h"

namespace countersign {

inline constexpr std::chrono::days kDuplicateTime{30};
inline constexpr int kDuplicatePercent = 10; ///< of the larger amount

struct RequestFacts {
    Amount amount;
    Instant createdAt;
};

/// Of the same person: amounts that differ by a tenth at most, within 30 days.
constexpr bool mayBeSameRequest(const RequestFacts &a, const RequestFacts &b)
{
    const qint64 larger = std::max(a.amount.hundredths, b.amount.hundredths);
    const qint64 smaller = std::min(a.amount.hundredths, b.amount.hundredths);
    const Duration apart = a.createdAt < b.createdAt ? b.createdAt - a.createdAt : a.createdAt - b.createdAt;
    return apart <= kDuplicateTime && larger - smaller <= larger / 100 * kDuplicatePercent;
}

} // namespace countersign
