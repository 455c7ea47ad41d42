// Signing in and out, on the wire.
#pragma once

#include "core/access/Permission.h"
#include "core/access/SessionId.h"
#include "core/access/StepUp.h"
#include "core/json/Codec.h"

namespace countersign::api {

inline constexpr Rule kTotpCode = rule::pattern("^[0-9]{6}$", 6);

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
    bool mustChangePassword = false; ///< until then only the password can be changed
    bool totpEnabled = false;        ///< signing in needs a one-time code
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

struct SessionItem {
    SessionId id;
    Instant createdAt;
    Instant lastUsedAt;
    Instant expiresAt;
    QString address;
    QString userAgent; ///< its beginning
    bool current = false;
};

struct SessionList {
    QList<SessionItem> items; ///< used last, first
};

struct PasswordChange {
    QString currentPassword;
    QString newPassword;
};

struct TotpBegin {
    QString password;
};

struct TotpSecret {
    QString secret; ///< base32
    QString otpauthUri;
};

struct TotpConfirm {
    QString code;
};

struct TotpRemove {
    QString password;
    QString code;
};

struct StepUpRequest {
    StepUpAction action = StepUpAction::OverrideApproval;
    QUuid objectId; ///< what the action is done to
    std::optional<QString> password; ///< one of the two
    std::optional<QString> totp;
};

struct StepUpToken {
    QString token;
    int expiresIn = 0; ///< seconds
};

} // namespace countersign::api

namespace countersign {

template <>
inline constexpr auto fieldsOf<api::LoginRequest> = record("LoginRequest",
    field("email", &api::LoginRequest::email, rule::text(1, 254)),
    field("password", &api::LoginRequest::password, rule::text(1, 1024)),
    field("tenant", &api::LoginRequest::tenant, rule::text(1, 63), "slug of the tenant"),
    field("totp", &api::LoginRequest::totp, api::kTotpCode, "needed when `totp_required` was the answer without it"));

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
    field("must_change_password", &api::UserInfo::mustChangePassword),
    field("totp_enabled", &api::UserInfo::totpEnabled));

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

template <>
inline constexpr auto fieldsOf<api::SessionItem> = record("SessionItem",
    field("id", &api::SessionItem::id),
    field("created_at", &api::SessionItem::createdAt),
    field("last_used_at", &api::SessionItem::lastUsedAt),
    field("expires_at", &api::SessionItem::expiresAt, "ends then in any case"),
    field("address", &api::SessionItem::address),
    field("user_agent", &api::SessionItem::userAgent),
    field("current", &api::SessionItem::current, "the session of this request"));

template <>
inline constexpr auto fieldsOf<api::SessionList> = record("SessionList",
    field("items", &api::SessionList::items));

template <>
inline constexpr auto fieldsOf<api::PasswordChange> = record("PasswordChange",
    field("current_password", &api::PasswordChange::currentPassword, rule::text(1, 1024)),
    field("new_password", &api::PasswordChange::newPassword, rule::text(1, 1024), "at least 12 characters, not a common one"));

template <>
inline constexpr auto fieldsOf<api::TotpBegin> = record("TotpBegin",
    field("password", &api::TotpBegin::password, rule::text(1, 1024)));

template <>
inline constexpr auto fieldsOf<api::TotpSecret> = record("TotpSecret",
    field("secret", &api::TotpSecret::secret, "base32; shown this once"),
    field("otpauth_uri", &api::TotpSecret::otpauthUri, "the same for a QR code"));

template <>
inline constexpr auto fieldsOf<api::TotpConfirm> = record("TotpConfirm",
    field("code", &api::TotpConfirm::code, api::kTotpCode));

template <>
inline constexpr auto fieldsOf<api::TotpRemove> = record("TotpRemove",
    field("password", &api::TotpRemove::password, rule::text(1, 1024)),
    field("code", &api::TotpRemove::code, api::kTotpCode));

template <>
inline constexpr auto fieldsOf<api::StepUpRequest> = record("StepUpRequest",
    field("action", &api::StepUpRequest::action),
    field("object_id", &api::StepUpRequest::objectId, "what the action is done to"),
    field("password", &api::StepUpRequest::password, rule::text(1, 1024), "either this"),
    field("totp", &api::StepUpRequest::totp, api::kTotpCode, "or this"));

template <>
inline constexpr auto fieldsOf<api::StepUpToken> = record("StepUpToken",
    field("token", &api::StepUpToken::token, "good once, for this action and object"),
    field("expires_in", &api::StepUpToken::expiresIn, "seconds"));

} // namespace countersign
