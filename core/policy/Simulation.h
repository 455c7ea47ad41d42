// What a policy would have done with the applications of the past.
#pragma once

#include "core/policy/Router.h"
#include "core/scoring/Wilson.h"

#include <span>
#include <vector>

namespace countersign {

/// An application as it was routed, and what became of it.
struct PastCase {
    RouteQuestion question; ///< with the stop switch and the second review as they were
    Route route = Route::HumanReview;
    std::optional<Recommendation> recommendation;
    std::optional<bool> defaulted; ///< nothing: not known, or never lent
    int hour = 0;                  ///< of the day in which it was routed, 0..23, tenant's time zone
};

/// Bad loans among cases whose outcome is known, and what the unknown ones could make of it.
struct BadRate {
    int known = 0;
    int bad = 0;
    int unknown = 0;

    double rate() const { return known > 0 ? double(bad) / known : 0.0; } ///< of the known ones
    Interval interval() const { return wilson(bad, known); }
    /// Had none, or all, of the unknown ones gone bad.
    Interval bounds() const;
    friend bool operator==(const BadRate &, const BadRate &) = default;
};

/// One side of the comparison.
struct RouteTotals {
    int autoApproved = 0;
    int autoDeclined = 0;
    int referred = 0;
    int passed = 0; ///< approve is recommended, whoever decides
    BadRate autoApprovedBadRate;
    std::array<int, 24> referredByHour{};

    friend bool operator==(const RouteTotals &, const RouteTotals &) = default;
};

/// Cases that go another way, with what is known of how they went.
struct SwapSet {
    Route from = Route::HumanReview;
    Route to = Route::HumanReview;
    int cases = 0;
    BadRate badRate;

    friend bool operator==(const SwapSet &, const SwapSet &) = default;
};

struct Simulation {
    int cases = 0;
    RouteTotals then;           ///< as they were routed
    RouteTotals now;            ///< as the policy routes them
    std::vector<SwapSet> swaps; ///< in the order of routes; none is empty

    friend bool operator==(const Simulation &, const Simulation &) = default;
};

/// Pure; a million cases in under a second. Scores are those that were given then: a policy with another indicative rate
/// would have led to slightly other ones.
Simulation simulate(std::span<const PastCase> cases, const Policy &policy);

} // namespace countersign
