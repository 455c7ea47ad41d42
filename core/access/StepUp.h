// What is done only after the person has proved again who he is.
#pragma once

#include "core/base/EnumText.h"

namespace countersign {

enum class StepUpAction { OverrideApproval, PolicyApproval, PolicyActivation, ModelPromotion, StopSwitch, Erasure };

template <>
inline constexpr auto enumTexts<StepUpAction> = std::array{
    EnumText{StepUpAction::OverrideApproval, "override_approval"}, EnumText{StepUpAction::PolicyApproval, "policy_approval"},
    EnumText{StepUpAction::PolicyActivation, "policy_activation"}, EnumText{StepUpAction::ModelPromotion, "model_promotion"},
    EnumText{StepUpAction::StopSwitch, "stop_switch"},             EnumText{StepUpAction::Erasure, "erasure"},
};

} // namespace countersign
