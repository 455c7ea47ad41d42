// What a loan is for: `loan_request.purpose`.
#pragma once

#include "core/base/EnumText.h"

namespace countersign {

enum class LoanPurpose {
    Car,
    ConsumerGoods,
    HomeImprovement,
    DebtConsolidation,
    Education,
    Medical,
    Travel,
    Business,
    Other
};

template <>
inline constexpr auto enumTexts<LoanPurpose> = std::array{
    EnumText{LoanPurpose::Car, "car"},
    EnumText{LoanPurpose::ConsumerGoods, "consumer_goods"},
    EnumText{LoanPurpose::HomeImprovement, "home_improvement"},
    EnumText{LoanPurpose::DebtConsolidation, "debt_consolidation"},
    EnumText{LoanPurpose::Education, "education"},
    EnumText{LoanPurpose::Medical, "medical"},
    EnumText{LoanPurpose::Travel, "travel"},
    EnumText{LoanPurpose::Business, "business"},
    EnumText{LoanPurpose::Other, "other"},
};

} // namespace countersign
