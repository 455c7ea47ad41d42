// Up to which amount each role may decide.
#pragma once

#include "core/access/Permission.h"
#include "core/base/Money.h"

#include <optional>

namespace countersign {

/// In the tenant's currency; absent: without a limit.
struct AuthorityLimits {
    std::optional<Amount> analyst;
    std::optional<Amount> seniorAnalyst;

    std::optional<Amount> of(Role role) const
    {
        return role == Role::Analyst ? analyst : role == Role::SeniorAnalyst ? seniorAnalyst : std::nullopt;
    }

    friend bool operator==(const AuthorityLimits &, const AuthorityLimits &) = default;
};

} // namespace countersign
