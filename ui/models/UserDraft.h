// What somebody types about a user, apart from what the daemon knows of him.
#pragma once

#include "core/access/UserRules.h"
#include "core/api/UserDtos.h"

namespace countersign {

struct UserDraft {
    QString email; ///< of a new user; it stays afterwards
    QString name;
    Role role = Role::Analyst;
    PermissionSet grants;
    PermissionSet denials;

    friend bool operator==(const UserDraft &, const UserDraft &) = default;
};

UserDraft draftOf(const api::UserAccount &user);
UserRights rightsOf(const UserDraft &draft, bool isActive);

/// Only what differs; all members absent when nothing does.
api::UserPatch patchFor(const api::UserAccount &user, const UserDraft &draft);

/// A draft made from `before` when the user is `now`: what was typed stays, the rest is as it is now. Permissions count one
/// by one.
UserDraft rebased(const UserDraft &draft, const api::UserAccount &before, const api::UserAccount &now);

/// `Role: Analyst → Reader`, one for each thing that changed, in the language in use.
QStringList changesBetween(const api::UserAccount &before, const api::UserAccount &now);

} // namespace countersign
