// The users of a tenant, as administrators see them, on the wire.
#pragma once

#include "core/access/Permission.h"
#include "core/api/PageDtos.h"

namespace countersign::api {

struct UserAccount {
    UserId id;
    QString email;
    QString name;
    Role role = Role::Readonly;
    QList<Permission> grants;
    QList<Permission> denials;
    QList<Permission> permissions; ///< what comes of the three
    bool isActive = true;
    bool mustChangePassword = false;
    std::optional<Instant> lockedUntil; ///< after wrong passwords
    std::optional<Instant> lastLoginAt;
    Instant createdAt;
    int version = 1;
};

struct UserCreate {
    QString email;
    QString name;
    Role role = Role::Readonly;
    QList<Permission> grants;
    QList<Permission> denials;
};

/// Absent members stay as they are.
struct UserPatch {
    std::optional<QString> name;
    std::optional<Role> role;
    std::optional<QList<Permission>> grants;
    std::optional<QList<Permission>> denials;
};

/// The only answer that ever carries the password: it is stored as a hash, and good until it has been changed.
struct IssuedPassword {
    UserId id;
    QString email;
    QString oneTimePassword;
    int version = 1; ///< of the user
};

/// Users come in the order of their addresses.
struct UserQuery {
    std::optional<QString> search;
    std::optional<Role> role;
    std::optional<bool> isActive;
    int page = 1;
    int pageSize = kDefaultPageSize;
    std::optional<QString> cursor;
};

} // namespace countersign::api

namespace countersign {

/// Something before and something behind an @, without blanks; whether mail arrives is another question.
inline constexpr Rule kEmailRule = rule::pattern("^[^@\\s]+@[^@\\s]+$", 254);
inline constexpr Rule kPersonNameRule = rule::text(1, 200);
inline constexpr Rule kPermissionsRule = rule::items(0, int(enumTexts<Permission>.size()));

template <>
inline constexpr auto fieldsOf<api::UserAccount> = record("UserAccount",
    field("id", &api::UserAccount::id),
    field("email", &api::UserAccount::email),
    field("name", &api::UserAccount::name),
    field("role", &api::UserAccount::role),
    field("grants", &api::UserAccount::grants, "beyond the role"),
    field("denials", &api::UserAccount::denials, "a denial wins over role and grant"),
    field("permissions", &api::UserAccount::permissions, "what comes of role, grants and denials"),
    field("is_active", &api::UserAccount::isActive),
    field("must_change_password", &api::UserAccount::mustChangePassword),
    field("locked_until", &api::UserAccount::lockedUntil, "after wrong passwords"),
    field("last_login_at", &api::UserAccount::lastLoginAt),
    field("created_at", &api::UserAccount::createdAt),
    field("version", &api::UserAccount::version));

template <>
inline constexpr auto fieldsOf<api::UserCreate> = record("UserCreate",
    field("email", &api::UserCreate::email, kEmailRule),
    field("name", &api::UserCreate::name, kPersonNameRule),
    field("role", &api::UserCreate::role),
    field("grants", &api::UserCreate::grants, rule::defaulted(kPermissionsRule)),
    field("denials", &api::UserCreate::denials, rule::defaulted(kPermissionsRule)));

template <>
inline constexpr auto fieldsOf<api::UserPatch> = record("UserPatch",
    field("name", &api::UserPatch::name, kPersonNameRule),
    field("role", &api::UserPatch::role),
    field("grants", &api::UserPatch::grants, kPermissionsRule, "all of them, not only new ones"),
    field("denials", &api::UserPatch::denials, kPermissionsRule, "all of them, not only new ones"));

template <>
inline constexpr auto fieldsOf<api::IssuedPassword> = record("IssuedPassword",
    field("id", &api::IssuedPassword::id),
    field("email", &api::IssuedPassword::email),
    field("one_time_password", &api::IssuedPassword::oneTimePassword, "shown once; must be changed at the first sign-in"),
    field("version", &api::IssuedPassword::version, "of the user"));

template <>
inline constexpr auto fieldsOf<api::UserQuery> = record("UserQuery",
    field("search", &api::UserQuery::search, rule::text(1, 100), "a part of the name or the address"),
    field("role", &api::UserQuery::role),
    field("is_active", &api::UserQuery::isActive),
    field("page", &api::UserQuery::page, rule::defaulted(rule::range(1, kMaxOffset))),
    field("page_size", &api::UserQuery::pageSize, rule::defaulted(rule::range(1, kMaxPageSize))),
    field("cursor", &api::UserQuery::cursor, rule::text(1, 500)));

} // namespace countersign
