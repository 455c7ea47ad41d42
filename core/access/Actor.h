// Who does something, for services and for the record of it.
#pragma once

#include "core/access/ApiKeyId.h"
#include "core/access/Permission.h"
#include "core/access/SessionId.h"
#include "core/base/Id.h"
#include "core/base/Result.h"

namespace countersign {

class IdempotencyClaim;

struct Actor {
    TenantId tenant;
    std::optional<UserId> user; ///< nothing: an integration, or the system itself
    PermissionSet permissions;
    QUuid requestId; ///< null outside a request
    QString address; ///< of the client; empty outside a request
    IdempotencyClaim *claim = nullptr; ///< of a request that must have its effect only once
    std::optional<ApiKeyId> apiKey;    ///< the integration
    std::optional<SessionId> session; ///< of a person that is signed in
    QString stepUp;                   ///< the step-up token that came with the request

    /// For work that nobody asked for: scoring, timers.
    static Actor system(TenantId tenant) { return {tenant, std::nullopt, {}, {}, {}}; }

    bool may(Permission permission) const { return permissions.contains(permission); }
};

} // namespace countersign
