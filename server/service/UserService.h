// The users of a tenant: who they are and what they may do. The rules are those of core/access/UserRules.h.
#pragma once

#include "core/access/UserRules.h"
#include "core/api/UserDtos.h"
#include "server/auth/Passwords.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

/// NotFound for users of other tenants; Conflict (`stale_version`) where a version was given and is not the user's;
/// Forbidden, Conflict or Invalid where a rule says no. A change of rights outdates the user's access tokens; switching a
/// user off or replacing his password ends his sessions.
class UserService {
public:
    /// Everything must outlive the service. `clock` is the real one, that of sessions.
    struct Parts {
        const ServiceContext &context;
        Passwords &passwords;
        const Clock &clock;
    };

    explicit UserService(const Parts &parts) : m_parts(parts) {}

    Result<Page<api::UserAccount>> list(const Actor &actor, const api::UserQuery &query) const;
    Result<api::UserAccount> get(const Actor &actor, UserId id) const;

    /// Conflict (`duplicate_email`) when the tenant has a user of that address.
    Result<api::IssuedPassword> create(const Actor &actor, const api::UserCreate &request) const;
    Result<api::UserAccount> update(const Actor &actor, UserId id, const api::UserPatch &patch, int version) const;
    Result<api::UserAccount> setActive(const Actor &actor, UserId id, bool active, std::optional<int> version) const;
    Result<api::UserAccount> unlock(const Actor &actor, UserId id, std::optional<int> version) const;
    /// The user must change it at the next sign-in, needs no one-time code for that, and is locked no more. Forbidden
    /// (`own_password`) for oneself: that needs the old password.
    Result<api::IssuedPassword> resetPassword(const Actor &actor, UserId id, std::optional<int> version) const;

private:
    Result<api::UserAccount> change(const Actor &actor, UserId id, std::optional<int> version,
                                    const std::function<void(api::UserAccount &)> &edit) const;

    const Parts m_parts;
};

} // namespace countersign
