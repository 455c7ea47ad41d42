// How an applicant lives: `applicant_data.address.housing_status`.
#pragma once

#include "core/base/EnumText.h"

namespace countersign {

enum class HousingStatus { Owner, Rent, Parents, Priv, Ignore, Other };

template <>
inline constexpr auto enumTexts<HousingStatus> = std::array{
    EnumText{HousingStatus::Owner, "owner"}, EnumText{HousingStatus::Rent, "rent"},
    EnumText{HousingStatus::Parents, "parents"}, EnumText{HousingStatus::Priv, "priv"},
    EnumText{HousingStatus::Ignore, "ignore"}, EnumText{HousingStatus::Other, "other"},
};

} // namespace countersign
