// The life of a policy: written, tried on history, approved by another person, in force, retired.
#pragma once

#include "core/base/EnumText.h"

namespace countersign {

enum class PolicyState { Draft, Simulated, Approved, Active, Retired };

template <>
inline constexpr auto enumTexts<PolicyState> = std::array{
    EnumText{PolicyState::Draft, "draft"},       EnumText{PolicyState::Simulated, "simulated"},
    EnumText{PolicyState::Approved, "approved"}, EnumText{PolicyState::Active, "active"},
    EnumText{PolicyState::Retired, "retired"},
};

struct PolicyMove {
    PolicyState from;
    PolicyState to;
};

/// A draft may be simulated again and again; nothing goes back.
inline constexpr std::array kPolicyMoves{
    PolicyMove{PolicyState::Draft, PolicyState::Simulated},
    PolicyMove{PolicyState::Simulated, PolicyState::Simulated},
    PolicyMove{PolicyState::Simulated, PolicyState::Approved},
    PolicyMove{PolicyState::Approved, PolicyState::Active},
    PolicyMove{PolicyState::Active, PolicyState::Retired},
};

constexpr bool mayMove(PolicyState from, PolicyState to)
{
    for (const PolicyMove &move : kPolicyMoves)
        if (move.from == from && move.to == to)
            return true;
    return false;
}

} // namespace countersign
