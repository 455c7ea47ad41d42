// Keys of integrations, on the wire.
#pragma once

#include "core/access/ApiKeyId.h"
#include "core/access/Permission.h"
#include "core/api/PageDtos.h"

namespace countersign::api {

struct ApiKeyCreate {
    QString name;
    QList<Permission> scopes;
    std::optional<Instant> expiresAt;
    std::optional<int> requestsPerSecond;
};

struct ApiKeyInfo {
    ApiKeyId id;
    QString name;
    QString prefix;
    QList<Permission> scopes;
    std::optional<int> requestsPerSecond;
    Instant createdAt;
    std::optional<Instant> lastUsedAt;
    std::optional<Instant> expiresAt;
    std::optional<Instant> revokedAt;
};

struct ApiKeyCreated {
    ApiKeyId id;
    QString key;
    QString prefix;
    Instant createdAt;
};

struct ApiKeyQuery {
    int page = 1;
    int pageSize = kDefaultPageSize;
};

} // namespace countersign::api

namespace countersign {

template <>
inline constexpr auto fieldsOf<api::ApiKeyCreate> = record(
    "ApiKeyCreate", field("name", &api::ApiKeyCreate::name, rule::text(1, 100), "of the integration that will use it"),
    field("scopes", &api::ApiKeyCreate::scopes, rule::items(1, 2), "application:create, decision:view"),
    field("expires_at", &api::ApiKeyCreate::expiresAt, "absent: good until it is revoked"),
    field("requests_per_second", &api::ApiKeyCreate::requestsPerSecond, rule::range(1, 10'000),
          "absent: as many as any other caller"));

template <>
inline constexpr auto fieldsOf<api::ApiKeyInfo> = record(
    "ApiKeyInfo", field("id", &api::ApiKeyInfo::id), field("name", &api::ApiKeyInfo::name),
    field("prefix", &api::ApiKeyInfo::prefix, "how the key begins"), field("scopes", &api::ApiKeyInfo::scopes),
    field("requests_per_second", &api::ApiKeyInfo::requestsPerSecond), field("created_at", &api::ApiKeyInfo::createdAt),
    field("last_used_at", &api::ApiKeyInfo::lastUsedAt, "to the minute"),
    field("expires_at", &api::ApiKeyInfo::expiresAt), field("revoked_at", &api::ApiKeyInfo::revokedAt));

template <>
inline constexpr auto fieldsOf<api::ApiKeyCreated> =
    record("ApiKeyCreated", field("id", &api::ApiKeyCreated::id),
           field("key", &api::ApiKeyCreated::key, "for the header X-Api-Key; shown here and never again"),
           field("prefix", &api::ApiKeyCreated::prefix), field("created_at", &api::ApiKeyCreated::createdAt));

template <>
inline constexpr auto fieldsOf<api::ApiKeyQuery> = record(
    "ApiKeyQuery", field("page", &api::ApiKeyQuery::page, rule::defaulted(rule::range(1, kMaxOffset / kMaxPageSize))),
    field("page_size", &api::ApiKeyQuery::pageSize, rule::defaulted(rule::range(1, kMaxPageSize))));

} // namespace countersign
