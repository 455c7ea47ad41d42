// How an applicant is employed: `applicant_data.employment.contract_type`.
#pragma once

#include "core/base/EnumText.h"

namespace countersign {

enum class ContractType { Permanent, FixedTerm, PartTime, SelfEmployed, Other, Unemployed };

template <>
inline constexpr auto enumTexts<ContractType> = std::array{
    EnumText{ContractType::Permanent, "permanent"}, EnumText{ContractType::FixedTerm, "fixed_term"},
    EnumText{ContractType::PartTime, "part_time"},  EnumText{ContractType::SelfEmployed, "self_employed"},
    EnumText{ContractType::Other, "other"},         EnumText{ContractType::Unemployed, "unemployed"},
};

} // namespace countersign
