// Signing in and out, on the wire.
#pragma once

#include "core/access/Permission.h"
#include "core/json/Codec.h"

namespace countersign::api {

struct LoginRequest {
    QString email;
    QString password;
    std::optional<QString> tenant; ///< slug; needed when the address exists in several tenants
    std::optional<QString> totp;
};

struct UserInfo {
    UserId id;
    QString email;
    QString name;
    Role role = Role::Readonly;
    TenantId tenantId;
    QString tenantName;
    Currency currency; ///< the tenant lends in it
    QList<QString> permissions;
    bool mustChangePassword = false;
};

struct TokenResponse {
    QString accessToken;
    QString refreshToken;
    QString tokenType = QStringLiteral("bearer");
    int expiresIn = 0; ///< seconds
    UserInfo user;
};

struct RefreshRequest {
    QString refreshToken;
};

} // namespace countersign::api

namespace countersign {

template <>
inline constexpr auto fieldsOf<api::LoginRequest> = record("LoginRequest",
    field("email", &api::LoginRequest::email, rule::text(1, 254)),
    field("password", &api::LoginRequest::password, rule::text(1, 1024)),
    field("tenant", &api::LoginRequest::tenant, rule::text(1, 63), "slug of the tenant"),
    field("totp", &api::LoginRequest::totp, rule::text(6, 8)));

template <>
inline constexpr auto fieldsOf<api::UserInfo> = record("UserInfo",
    field("id", &api::UserInfo::id),
    field("email", &api::UserInfo::email),
    field("name", &api::UserInfo::name),
    field("role", &api::UserInfo::role),
    field("tenant_id", &api::UserInfo::tenantId),
    field("tenant_name", &api::UserInfo::tenantName),
    field("currency", &api::UserInfo::currency),
    field("permissions", &api::UserInfo::permissions),
    field("must_change_password", &api::UserInfo::mustChangePassword));

template <>
inline constexpr auto fieldsOf<api::TokenResponse> = record("TokenResponse",
    field("access_token", &api::TokenResponse::accessToken, rule::text(1, 4096)),
    field("refresh_token", &api::TokenResponse::refreshToken, rule::text(1, 256)),
    field("token_type", &api::TokenResponse::tokenType),
    field("expires_in", &api::TokenResponse::expiresIn, "seconds"),
    field("user", &api::TokenResponse::user));

template <>
inline constexpr auto fieldsOf<api::RefreshRequest> = record("RefreshRequest",
    field("refresh_token", &api::RefreshRequest::refreshToken, rule::text(1, 256)));

} // namespace countersign
