// What is stored about a person: reading it out, and destroying it.
#pragma once

#include "core/api/Endpoint.h"
#include "core/api/PersonDtos.h"

#include <tuple>

namespace countersign::api {

using enum Method;

inline constexpr Endpoint<Nothing, PersonExport> exportPerson{
    Get, "/persons/{id}/export", Permission::UserManage, "Everything that is stored about a person, for the person"};
inline constexpr auto erasePerson = Endpoint<Nothing, PersonErased>{
    Post, "/persons/{id}/erase", Permission::UserManage,
    "Destroy what says who a person is, for ever"}.needingStepUp(StepUpAction::Erasure);

inline constexpr auto kPersonEndpoints = std::tuple{&exportPerson, &erasePerson};

} // namespace countersign::api
