// How long nobody may try any more after failures in a row.
#pragma once

#include "core/base/Instant.h"

namespace countersign {

struct LockoutRules {
    int failures = 5; ///< the first that locks
    std::chrono::minutes first{1};
    std::chrono::minutes longest{15};
};

/// Zero before the first failure that locks; from then on it doubles up to the longest.
constexpr std::chrono::minutes lockoutAfter(int failures, const LockoutRules &rules = {})
{
    if (failures < rules.failures)
        return {};
    auto lockout = rules.first;
    for (int i = rules.failures; i < failures && lockout < rules.longest; ++i)
        lockout *= 2;
    return std::min(lockout, rules.longest);
}

} // namespace countersign
