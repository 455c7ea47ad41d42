// Decisions, their second signatures and their conditions.
#pragma once

#include "core/api/DecisionDtos.h"
#include "core/api/DecisionListDtos.h"
#include "core/api/Endpoint.h"
#include "core/api/OverrideDtos.h"
#include "core/api/PageDtos.h"

#include <tuple>

namespace countersign::api {

using enum Method;

inline constexpr Endpoint<DecisionCreate, DecisionInfo> createDecision{
    Post, "/decisions", Permission::DecisionCreate, "Approve, approve with conditions or decline", 201,
    kDefaultBodyLimit, Repeat::GetsTheAnswer};
inline constexpr Endpoint<DecisionPreviewRequest, DecisionPreview> previewDecision{
    Post, "/decisions/preview", Permission::DecisionCreate, "What a decision would lead to, before it is made"};
inline constexpr Endpoint<Nothing, Page<DecisionItem>, DecisionQuery> listDecisions{
    Get, "/decisions", Permission::DecisionView, "Decisions of people and of the policy, newest first"};
inline constexpr Endpoint<Nothing, DecisionInfo> getDecision{
    Get, "/decisions/{id}", Permission::DecisionView, "One decision with its conditions and its second signature"};
inline constexpr Endpoint<Nothing, Page<WaitingOverride>, OverrideQuery> listWaitingOverrides{
    Get, "/decisions/pending-overrides", Permission::DecisionApproveOverride,
    "Decisions against the model that wait for a second person, the longest first"};
inline constexpr auto approveOverride = Endpoint<OverrideApproval, DecisionInfo>{
    Post, "/decisions/{id}/approve-override", Permission::DecisionApproveOverride,
    "Sign a decision against the model as the second person; never one's own", 200, kDefaultBodyLimit,
    Repeat::GetsTheAnswer}.needingVersion().needingStepUp(StepUpAction::OverrideApproval);
inline constexpr auto rejectOverride = Endpoint<OverrideRejection, DecisionInfo>{
    Post, "/decisions/{id}/reject-override", Permission::DecisionApproveOverride,
    "Give a decision against the model back to who made it", 200, kDefaultBodyLimit,
    Repeat::GetsTheAnswer}.needingVersion();
inline constexpr auto updateCondition = Endpoint<ConditionPatch, ConditionInfo>{
    Patch, "/decisions/{id}/conditions/{condition_id}", Permission::DecisionCreate,
    "Say what became of a condition, or give it more time"}.needingVersion();

inline constexpr auto kDecisionEndpoints = std::tuple{
    &createDecision, &previewDecision, &listDecisions, &getDecision, &listWaitingOverrides,
    &approveOverride, &rejectOverride, &updateCondition};

} // namespace countersign::api
