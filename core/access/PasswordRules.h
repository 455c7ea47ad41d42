// What a password must be to be taken.
#pragma once

#include "core/base/Error.h"

#include <array>
#include <optional>

namespace countersign {

inline constexpr int kMinPasswordLength = 12; ///< characters (code points)
inline constexpr int kMaxPasswordBytes = 1024;

enum class PasswordRule { LongEnough, NotTooLong, NotCommon, NotTheAddress };

/// In the order in which they are asked.
inline constexpr std::array kPasswordRules{PasswordRule::LongEnough, PasswordRule::NotTooLong, PasswordRule::NotCommon,
                                           PasswordRule::NotTheAddress};

/// email: of the person whose password it is.
bool keepsRule(PasswordRule rule, const QString &password, const QString &email);

/// Nothing when the password will do; otherwise the first rule it breaks, by code: `too_short`, `too_long`, `too_common`
/// (made of well-known passwords, numbers and signs), `contains_address` (of the e-mail, what stands before the @).
std::optional<FieldError> passwordFault(const QString &password, const QString &email, const QString &path);

} // namespace countersign
