// Who may give whom which rights: asked by the daemon before it stores and by the window before it offers.
#pragma once

#include "core/access/Actor.h"

namespace countersign {

/// The slug of the tenant whose users manage tenants and see no applications.
inline constexpr char kPlatformSlug[] = "platform";

/// What a user may do, and whether he may do it now.
struct UserRights {
    Role role = Role::Readonly;
    PermissionSet grants;
    PermissionSet denials;
    bool isActive = true;

    PermissionSet effective() const { return effectivePermissions(role, grants, denials); }
    friend bool operator==(const UserRights &, const UserRights &) = default;
};

/// An active administrator who can manage users: a tenant must never be without one.
bool isWorkingAdministrator(const UserRights &rights);

/// The user whom somebody wants to manage.
struct ManagedUser {
    UserId id;
    UserRights rights;
    int otherAdministrators = 0; ///< working ones of the tenant, beside this user
};

/// Nobody makes or touches the account of somebody who may do more: whoever could reset that password would have those
/// rights. Forbidden (`beyond_own_rights`).
Result<void> checkManages(PermissionSet manager, const UserRights &user);

/// Role and permissions must fit the kind of tenant: Invalid (`validation_failed`) with one field error for each.
///  - platform_admin in the tenant `platform` and nowhere else; its users are granted nothing more;
///  - tenant:manage is never granted;
///  - a machine (api_consumer) is granted nothing that a person must answer for;
///  - no permission is both granted and denied.
Result<void> checkRights(const UserRights &rights, bool isPlatform);

/// Whether `manager` may turn the rights of `user` into `after`. Nobody changes his own role, grants or denials, switches
/// himself off (Forbidden `own_rights`) or gives what he does not hold (`beyond_own_rights`); the last working
/// administrator stays one (Conflict `last_administrator`).
Result<void> checkChange(const Actor &manager, const ManagedUser &user, const UserRights &after);

} // namespace countersign
