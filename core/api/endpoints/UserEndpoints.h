// The users of a tenant.
#pragma once

#include "core/api/Endpoint.h"
#include "core/api/PageDtos.h"
#include "core/api/UserDtos.h"

#include <tuple>

namespace countersign::api {

using enum Method;

inline constexpr Endpoint<Nothing, Page<UserAccount>, UserQuery> listUsers{
    Get, "/admin/users", Permission::UserManage, "The users of the tenant by name, role or state"};
inline constexpr Endpoint<UserCreate, IssuedPassword> createUser{
    Post, "/admin/users", Permission::UserManage, "Make a user; the one-time password is shown once", 201,
    kDefaultBodyLimit, Repeat::IsRefused};
inline constexpr Endpoint<Nothing, UserAccount> getUser{
    Get, "/admin/users/{id}", Permission::UserManage, "One user with role, grants and denials"};
inline constexpr auto updateUser = Endpoint<UserPatch, UserAccount>{
    Patch, "/admin/users/{id}", Permission::UserManage, "Change name, role, grants or denials of a user"}.needingVersion();
inline constexpr auto deactivateUser = Endpoint<Nothing, UserAccount>{
    Post, "/admin/users/{id}/deactivate", Permission::UserManage, "Switch a user off and end his sessions"}.takingVersion();
inline constexpr auto activateUser = Endpoint<Nothing, UserAccount>{
    Post, "/admin/users/{id}/activate", Permission::UserManage, "Let a user sign in again"}.takingVersion();
inline constexpr auto unlockUser = Endpoint<Nothing, UserAccount>{
    Post, "/admin/users/{id}/unlock", Permission::UserManage, "Forget the wrong passwords that locked a user"}.takingVersion();
inline constexpr auto resetUserPassword = Endpoint<Nothing, IssuedPassword>{
    Post, "/admin/users/{id}/reset-password", Permission::UserManage,
    "Replace a password by a one-time one, shown once, and end the user's sessions"}.takingVersion();

inline constexpr auto kUserEndpoints = std::tuple{
    &listUsers, &createUser, &getUser, &updateUser, &deactivateUser, &activateUser, &unlockUser,
    &resetUserPassword};

} // namespace countersign::api
