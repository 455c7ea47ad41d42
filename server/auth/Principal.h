// Who makes a request, as the access token or the API key says.
#pragma once

#include "core/access/ApiKeyId.h"
#include "core/access/Permission.h"
#include "core/access/SessionId.h"

namespace countersign {

/// What a token is good for.
enum class TokenScope {
    Full,
    PasswordChange, ///< the user must change the password before anything else
};

template <>
inline constexpr auto enumTexts<TokenScope> = std::array{
    EnumText{TokenScope::Full, "full"},
    EnumText{TokenScope::PasswordChange, "password_change"},
};

struct Principal {
    UserId userId;
    TenantId tenantId;
    SessionId sessionId;
    Role role = Role::Readonly;
    PermissionSet permissions; ///< effective: of the role, with grants, without denials
    int authzVersion = 0;      ///< of the user when the token was made
    TokenScope scope = TokenScope::Full;
    std::optional<ApiKeyId> apiKey; ///< set for an integration, which has neither user nor session
    std::optional<int> requestsPerSecond; ///< of the key, where it has its own

    /// Key or user; null for nobody.
    const QUuid &caller() const { return apiKey ? apiKey->uuid() : userId.uuid(); }
};

} // namespace countersign
