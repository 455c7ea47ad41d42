// The rules a tenant lends by: thresholds, review rules, rates and deadlines, under one version.
#pragma once

#include "core/application/LoanPurpose.h"
#include "core/base/Money.h"
#include "core/base/Result.h"

#include <QList>

namespace countersign {

/// Which decisions against the recommendation need a second person inside the band. Outside it, all do.
enum class BandOverrideApproval {
    None,
    LowSide, ///< approving against a suggested decline
    All
};

template <>
inline constexpr auto enumTexts<BandOverrideApproval> = std::array{
    EnumText{BandOverrideApproval::None, "none"},
    EnumText{BandOverrideApproval::LowSide, "low_side"},
    EnumText{BandOverrideApproval::All, "all"},
};

/// Immutable once published; the defaults are those of product.md.
struct Policy {
    int version = 1;

    int autoApproveMin = 720;      ///< approved automatically from this score on
    int autoDeclineMax = 480;      ///< declined automatically up to and including this score
    int recommendationCutoff = 600; ///< inside the band: approve is recommended from here on

    Amount maxLoanAmountAuto = Amount::whole(2'000'000); ///< above it a person decides; tenant's currency
    int maxTermMonthsAuto = 84;                          ///< above it a person decides
    QList<LoanPurpose> requireReviewPurposes;

    double indicativeRate = 12.0; ///< nominal annual percent, for payment_to_income
    int slaHours = 8;
    BandOverrideApproval bandOverrideApproval = BandOverrideApproval::LowSide;

    friend bool operator==(const Policy &, const Policy &) = default;
};

/// Invalid with every wrong field: thresholds in 0..1000 with auto_decline_max < recommendation_cutoff <=
/// auto_approve_min, limits and SLA above 0, rate 0 to 1000.
Result<void> checkPolicy(const Policy &policy);

} // namespace countersign
