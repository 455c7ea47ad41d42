// Five words for a score.
#pragma once

#include "core/base/EnumText.h"

namespace countersign {

enum class RiskCategory { VeryLow, Low, Medium, High, VeryHigh };

template <>
inline constexpr auto enumTexts<RiskCategory> = std::array{
    EnumText{RiskCategory::VeryLow, "very_low"}, EnumText{RiskCategory::Low, "low"},
    EnumText{RiskCategory::Medium, "medium"},    EnumText{RiskCategory::High, "high"},
    EnumText{RiskCategory::VeryHigh, "very_high"},
};

struct RiskBand {
    RiskCategory category;
    int from; ///< lowest score of the category
};

inline constexpr std::array kRiskBands{
    RiskBand{RiskCategory::VeryLow, 750}, RiskBand{RiskCategory::Low, 650},  RiskBand{RiskCategory::Medium, 550},
    RiskBand{RiskCategory::High, 450},    RiskBand{RiskCategory::VeryHigh, 0},
};

constexpr RiskCategory riskCategory(int score)
{
    for (const RiskBand &band : kRiskBands)
        if (score >= band.from)
            return band.category;
    return RiskCategory::VeryHigh;
}

} // namespace countersign
