// What automatic decisions would have meant for applications whose outcome is known.
#pragma once

#include "core/policy/Router.h"
#include "core/scoring/Wilson.h"

#include <span>

namespace countersign {

struct RoutedOutcome {
    Route route = Route::HumanReview;
    bool defaulted = false;
};

/// A rate with its 95 % interval, 0..1.
struct Rate {
    double value = 0;
    Interval interval;
};

struct RouteRates {
    int cases = 0;
    int bad = 0;
    Rate share;           ///< observed, of all cases; Wilson
    Rate badRate;         ///< observed, within the route; Wilson
    Rate weightedShare;   ///< in a portfolio of the given bad rate; bootstrap
    Rate weightedBadRate; ///< the same
};

struct OutcomeRates {
    int cases = 0;
    int bad = 0;
    RouteRates approved; ///< automatically
    RouteRates declined; ///< automatically
};

/// portfolioBadRate: 0 < rate < 1; weights good and bad cases so that the bad ones are this share. The bootstrap draws
/// 1,000 times with a fixed seed: the same outcomes always give the same intervals.
OutcomeRates outcomeRates(std::span<const RoutedOutcome> outcomes, double portfolioBadRate);

} // namespace countersign
