// The five names of a score.
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

} // namespace countersign
