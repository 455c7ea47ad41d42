// Why an application ends without a decision.
#pragma once

#include "core/base/EnumText.h"

namespace countersign {

enum class CancelReason { WithdrawnByApplicant, Duplicate, EnteredInError, Other };

template <>
inline constexpr auto enumTexts<CancelReason> = std::array{
    EnumText{CancelReason::WithdrawnByApplicant, "withdrawn_by_applicant"},
    EnumText{CancelReason::Duplicate, "duplicate"},
    EnumText{CancelReason::EnteredInError, "entered_in_error"},
    EnumText{CancelReason::Other, "other"},
};

} // namespace countersign
