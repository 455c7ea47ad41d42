// Keys of integrations.
#pragma once

#include "core/api/ApiKeyDtos.h"
#include "core/api/Endpoint.h"
#include "core/api/PageDtos.h"

#include <tuple>

namespace countersign::api {

using enum Method;

inline constexpr Endpoint<ApiKeyCreate, ApiKeyCreated> createApiKey{
    Post, "/admin/api-keys", Permission::ConfigManage, "Make a key for an integration; it is shown once", 201,
    kDefaultBodyLimit, Repeat::IsRefused};
inline constexpr Endpoint<Nothing, Page<ApiKeyInfo>, ApiKeyQuery> listApiKeys{
    Get, "/admin/api-keys", Permission::ConfigManage, "Keys of integrations, newest first, also those that are revoked"};
inline constexpr Endpoint<Nothing, Nothing> revokeApiKey{
    Delete, "/admin/api-keys/{id}", Permission::ConfigManage, "Revoke a key, within a second everywhere", 204};

inline constexpr auto kApiKeyEndpoints = std::tuple{&createApiKey, &listApiKeys, &revokeApiKey};

} // namespace countersign::api
