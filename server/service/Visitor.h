// Where a request comes from that nobody has signed yet.
#pragma once

#include "core/access/Actor.h"

namespace countersign {

struct Visitor {
    QUuid requestId;
    QString address;
    QString userAgent;

    /// Who claims to be somebody and has not proved it: the record names the system and the address.
    Actor at(TenantId tenant) const { return {tenant, std::nullopt, {}, requestId, address}; }
    Actor as(TenantId tenant, UserId user) const { return {tenant, user, {}, requestId, address}; }
};

} // namespace countersign
