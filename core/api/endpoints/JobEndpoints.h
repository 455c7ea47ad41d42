// Background jobs, for who is responsible for them.
#pragma once

#include "core/api/Endpoint.h"
#include "core/api/JobDtos.h"
#include "core/api/PageDtos.h"

#include <tuple>

namespace countersign::api {

using enum Method;

inline constexpr Endpoint<Nothing, Page<JobInfo>, JobQuery> listJobs{
    Get, "/admin/jobs", Access::anyOf({Permission::TenantManage, Permission::ConfigManage}),
    "Jobs that have died or run now, newest first; with config:manage those of one's own tenant"};
inline constexpr Endpoint<Nothing, JobInfo> redriveJob{
    Post, "/admin/jobs/{id}/redrive", Access::anyOf({Permission::TenantManage, Permission::ConfigManage}),
    "Let a dead job run again, with all its attempts"};

inline constexpr auto kJobEndpoints = std::tuple{&listJobs, &redriveJob};

} // namespace countersign::api
