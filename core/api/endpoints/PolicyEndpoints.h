// The model and policy in force, versions of the policy, and the stop switch.
#pragma once

#include "core/api/Endpoint.h"
#include "core/api/PageDtos.h"
#include "core/api/PolicyDtos.h"
#include "core/api/ScoringDtos.h"

#include <tuple>

namespace countersign::api {

using enum Method;

inline constexpr Endpoint<Nothing, SystemInfo> modelInfo{
    Get, "/model-info", Access::signedIn(), "The model and the policy in force"};
inline constexpr Endpoint<Nothing, Page<PolicyInfo>, PolicyQuery> listPolicies{
    Get, "/policies", Access::anyOf({Permission::ConfigManage, Permission::AnalyticsView}), "The versions of the policy, newest first"};
inline constexpr Endpoint<PolicyCreate, PolicyInfo> createPolicy{
    Post, "/policies", Permission::ConfigManage, "Make a draft of a new version; its rules stay as they are", 201,
    kDefaultBodyLimit, Repeat::GetsTheAnswer};
inline constexpr Endpoint<Nothing, PolicyInfo> getPolicy{
    Get, "/policies/{id}", Access::anyOf({Permission::ConfigManage, Permission::AnalyticsView}), "One version with its last simulation"};
inline constexpr Endpoint<SimulationRequest, SimulationReport> simulatePolicy{
    Post, "/policies/{id}/simulate", Permission::ConfigManage, "What the policy would have done with past applications"};
inline constexpr auto approvePolicy = Endpoint<Nothing, PolicyInfo>{
    Post, "/policies/{id}/approve", Permission::ConfigManage, "Approve a simulated policy that somebody else made; needs X-Step-Up"}.needingStepUp(StepUpAction::PolicyApproval);
inline constexpr auto activatePolicy = Endpoint<Nothing, PolicyInfo>{
    Post, "/policies/{id}/activate", Permission::ConfigManage, "Put an approved policy in force; needs X-Step-Up"}.needingStepUp(StepUpAction::PolicyActivation);
inline constexpr Endpoint<Nothing, AutomationInfo> getAutomation{
    Get, "/automation", Permission::QueueView, "The stop switch"};
inline constexpr auto setAutomation = Endpoint<AutomationChange, AutomationInfo>{
    Post, "/automation", Permission::ConfigManage, "Let the policy decide, only approve, or nothing at all; needs X-Step-Up"}.needingStepUp(StepUpAction::StopSwitch);

inline constexpr auto kPolicyEndpoints = std::tuple{
    &modelInfo, &listPolicies, &createPolicy, &getPolicy, &simulatePolicy, &approvePolicy,
    &activatePolicy, &getAutomation, &setAutomation};

} // namespace countersign::api
