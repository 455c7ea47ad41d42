// Blind second looks, and what they say of the agreement of people.
#pragma once

#include "core/api/Endpoint.h"
#include "core/api/PageDtos.h"
#include "core/api/SecondLookDtos.h"

#include <tuple>

namespace countersign::api {

using enum Method;

inline constexpr Endpoint<Nothing, Page<SecondLookInfo>, SecondLookQuery> listSecondLooks{
    Get, "/second-looks", Permission::DecisionApproveOverride, "Decisions that somebody else decides again, the longest waiting first"};
inline constexpr Endpoint<Nothing, NextSecondLook> nextSecondLook{
    Post, "/second-looks/next", Permission::DecisionCreate,
    "Take a case to decide it again; until then the caller sees neither its score nor its first decision"};
inline constexpr auto decideSecondLook = Endpoint<SecondDecision, SecondLookInfo>{
    Post, "/second-looks/{id}/decide", Permission::DecisionCreate, "Decide again the case that one has taken", 200,
    kDefaultBodyLimit, Repeat::GetsTheAnswer}.needingVersion();
inline constexpr auto releaseSecondLook = Endpoint<Nothing, Nothing>{
    Post, "/second-looks/{id}/release", Permission::DecisionCreate, "Leave it to somebody else, for good", 204}.needingVersion();
inline constexpr auto settleSecondLook = Endpoint<SecondDecision, SecondLookInfo>{
    Post, "/second-looks/{id}/settle", Permission::DecisionApproveOverride,
    "Say as a third person which of two different decisions was right", 200, kDefaultBodyLimit,
    Repeat::GetsTheAnswer}.needingVersion();
inline constexpr Endpoint<Nothing, AgreementReport, AgreementQuery> agreement{
    Get, "/analytics/agreement", Permission::AnalyticsView, "How far people agree who decide the same cases: Cohen's kappa"};

inline constexpr auto kSecondLookEndpoints =
    std::tuple{&listSecondLooks, &nextSecondLook, &decideSecondLook, &releaseSecondLook, &settleSecondLook, &agreement};

} // namespace countersign::api
