// How an applicant makes a living.
#pragma once

#include "core/base/EnumText.h"

namespace countersign {

enum class EmploymentStatus { Employed, SelfEmployed, Unemployed, Retired, Student };

template <>
inline constexpr auto enumTexts<EmploymentStatus> = std::array{
    EnumText{EmploymentStatus::Employed, "employed"},     EnumText{EmploymentStatus::SelfEmployed, "self_employed"},
    EnumText{EmploymentStatus::Unemployed, "unemployed"}, EnumText{EmploymentStatus::Retired, "retired"},
    EnumText{EmploymentStatus::Student, "student"},
};

} // namespace countersign
