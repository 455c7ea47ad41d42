// How the routes of the demo stand against what really became of the loans.
#pragma once

#include "core/policy/RouteTypes.h"

#include <QList>

#include <optional>

namespace countersign::demo {

/// One application of the data set whose end is known.
struct KnownCase {
    int score = 0;
    Route route = Route::HumanReview;
    bool defaulted = false;
};

struct Rate {
    int hits = 0;
    int cases = 0;
    double value() const { return cases == 0 ? 0.0 : double(hits) / double(cases); }
    /// 95 % Wilson score interval (Wilson 1927), as {low, high}; {0, 1} without cases.
    std::pair<double, double> interval() const;
};

struct Outcomes {
    int cases = 0;
    std::optional<double> auc; ///< nothing when all ended alike
    Rate autoApproved;
    Rate autoDeclined;
    Rate badAmongAutoApproved;
    Rate badAmongAutoDeclined;
};

/// AUC: the chance that a random good case scores above a random bad one, ties counted half (Mann-Whitney).
Outcomes outcomesOf(const QList<KnownCase> &cases);

} // namespace countersign::demo
