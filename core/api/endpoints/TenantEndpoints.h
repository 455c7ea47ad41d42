// Tenants and their settings.
#pragma once

#include "core/api/Endpoint.h"
#include "core/api/PageDtos.h"
#include "core/api/TenantDtos.h"

#include <tuple>

namespace countersign::api {

using enum Method;

inline constexpr Endpoint<Nothing, Page<TenantInfo>, TenantQuery> listTenants{
    Get, "/admin/tenants", Permission::TenantManage, "All tenants of the installation"};
inline constexpr Endpoint<TenantCreate, TenantCreated> createTenant{
    Post, "/admin/tenants", Permission::TenantManage, "Make a tenant with its first administrator", 201,
    kDefaultBodyLimit, Repeat::IsRefused};
inline constexpr Endpoint<Nothing, TenantInfo> getTenant{
    Get, "/admin/tenants/{id}", Access::anyOf({Permission::TenantManage, Permission::ConfigManage}),
    "A tenant and its settings; with config:manage one's own"};
inline constexpr auto updateTenant = Endpoint<TenantPatch, TenantInfo>{
    Patch, "/admin/tenants/{id}", Access::anyOf({Permission::TenantManage, Permission::ConfigManage}),
    "Change the settings of a tenant; with config:manage one's own"}.needingVersion();

inline constexpr auto kTenantEndpoints = std::tuple{&listTenants, &createTenant, &getTenant, &updateTenant};

} // namespace countersign::api
