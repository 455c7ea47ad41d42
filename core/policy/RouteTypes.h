// Where a scored application goes, why, and what the model suggests.
#pragma once

#include "core/base/EnumText.h"

namespace countersign {

enum class Route { AutoApprove, AutoDecline, HumanReview };
template <>
inline constexpr auto enumTexts<Route> = std::array{
    EnumText{Route::AutoApprove, "auto_approve"},
    EnumText{Route::AutoDecline, "auto_decline"},
    EnumText{Route::HumanReview, "human_review"},
};

/// In the order in which they are shown.
enum class RouteReason {
    ModelUnavailable,
    AutomationSuspended,
    HighValueLoan,
    LongTerm,
    PurposeReview,
    SecondReview,
    ScoreAboveThreshold,
    ScoreBelowThreshold,
    BorderlineScore,
};
template <>
inline constexpr auto enumTexts<RouteReason> = std::array{
    EnumText{RouteReason::ModelUnavailable, "model_unavailable"},
    EnumText{RouteReason::AutomationSuspended, "automation_suspended"},
    EnumText{RouteReason::HighValueLoan, "high_value_loan"},
    EnumText{RouteReason::LongTerm, "long_term"},
    EnumText{RouteReason::PurposeReview, "purpose_review"},
    EnumText{RouteReason::SecondReview, "second_review"},
    EnumText{RouteReason::ScoreAboveThreshold, "score_above_threshold"},
    EnumText{RouteReason::ScoreBelowThreshold, "score_below_threshold"},
    EnumText{RouteReason::BorderlineScore, "borderline_score"},
};

/// The model's side: by the thresholds outside the band, by the recommendation cutoff inside it.
enum class Recommendation { Approve, Decline };
template <>
inline constexpr auto enumTexts<Recommendation> = std::array{
    EnumText{Recommendation::Approve, "approve"},
    EnumText{Recommendation::Decline, "decline"},
};

} // namespace countersign
