// Legal deadlines.
#pragma once

#include "core/api/DeadlineDtos.h"
#include "core/api/Endpoint.h"

#include <tuple>

namespace countersign::api {

using enum Method;

inline constexpr Endpoint<Nothing, DeadlineList> listDeadlines{
    Get, "/applications/{id}/deadlines", Permission::ApplicationView, "By when the law wants what for an application"};

inline constexpr auto kDeadlineEndpoints = std::tuple{&listDeadlines};

} // namespace countersign::api
