// How far two people who decide the same cases agree, beyond what chance would give.
#pragma once

#include "core/scoring/Wilson.h"

#include <optional>

namespace countersign {

/// Cases by the first and the second decision.
struct AgreementCounts {
    int bothApproved = 0;
    int onlyFirstApproved = 0;
    int onlySecondApproved = 0;
    int bothDeclined = 0;

    int cases() const { return bothApproved + onlyFirstApproved + onlySecondApproved + bothDeclined; }
    int agreed() const { return bothApproved + bothDeclined; }
};

struct Kappa {
    double value = 0; ///< -1 to 1; 0: as by chance
    Interval interval; ///< 95 %
};

/// Cohen's kappa (Cohen 1960) with the interval of its large-sample standard error (Fleiss, Cohen and Everitt 1969, formula
/// 13). Nothing without cases, or when both always say the same one thing: then chance explains everything.
std::optional<Kappa> kappaOf(const AgreementCounts &counts);

} // namespace countersign
