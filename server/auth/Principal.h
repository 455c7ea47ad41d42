// Who makes a request, as the access token says.
#pragma once

#include "core/access/Permission.h"
#include "core/base/Id.h"

namespace countersign {

using SessionId = Id<struct SessionTag>;

struct Principal {
    UserId userId;
    TenantId tenantId;
    SessionId sessionId;
    Role role = Role::Readonly;
    PermissionSet permissions; ///< effective: of the role, with grants, without denials
    int authzVersion = 0;      ///< of the user when the token was made
};

} // namespace countersign
