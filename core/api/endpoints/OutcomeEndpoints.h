// How booked loans go.
#pragma once

#include "core/api/Endpoint.h"
#include "core/api/OutcomeDtos.h"

#include <tuple>

namespace countersign::api {

using enum Method;

inline constexpr Endpoint<OutcomeBatch, OutcomesRecorded> recordOutcomes{
    Post, "/outcomes", Permission::ApplicationCreate, "Say how up to 1,000 booked loans go, answered one by one"};

inline constexpr auto kOutcomeEndpoints = std::tuple{&recordOutcomes};

} // namespace countersign::api
