// THE table of the API: it drives router, guard, client, documentation and `countersignctl routes`.
#pragma once

#include "core/api/ApiKeyDtos.h"
#include "core/api/AuditDtos.h"
#include "core/api/AuthDtos.h"
#include "core/api/DecisionListDtos.h"
#include "core/api/Endpoint.h"
#include "core/api/JobDtos.h"
#include "core/api/OverrideDtos.h"
#include "core/api/PersonDtos.h"
#include "core/api/PolicyDtos.h"
#include "core/api/TenantDtos.h"

#include <tuple>

namespace countersign::api {

using enum Method;

inline constexpr Endpoint<LoginRequest, TokenResponse> login{
    Post, "/auth/login", Access::everyone(), "Sign in with address and password"};
inline constexpr Endpoint<RefreshRequest, TokenResponse> refresh{
    Post, "/auth/refresh", Access::everyone(), "Exchange a refresh token for new tokens"};
inline constexpr Endpoint<RefreshRequest, Nothing> logout{
    Post, "/auth/logout", Access::everyone(), "End the session of a refresh token", 204};
inline constexpr Endpoint<Nothing, Nothing> logoutAll{
    Post, "/auth/logout-all", Access::signedIn(), "End every session of the signed-in user", 204};
inline constexpr Endpoint<Nothing, UserInfo> me{
    Get, "/auth/me", Access::newcomer(), "The signed-in user and what he may do"};
inline constexpr Endpoint<Nothing, SessionList> listSessions{
    Get, "/auth/sessions", Access::signedIn(), "Where the signed-in user is signed in"};
inline constexpr Endpoint<Nothing, Nothing> endSession{
    Delete, "/auth/sessions/{id}", Access::signedIn(), "End one of the own sessions", 204};
inline constexpr Endpoint<PasswordChange, Nothing> changePassword{
    Post, "/auth/password", Access::newcomer(), "Change the own password; ends all other sessions", 204};
inline constexpr Endpoint<TotpBegin, TotpSecret> beginTotp{
    Post, "/auth/totp", Access::signedIn(), "Get a secret for one-time codes; nothing changes before it is confirmed"};
inline constexpr Endpoint<TotpConfirm, Nothing> confirmTotp{
    Post, "/auth/totp/confirm", Access::signedIn(), "Confirm the secret by a code; from then on signing in needs one", 204};
inline constexpr Endpoint<TotpRemove, Nothing> removeTotp{
    Delete, "/auth/totp", Access::signedIn(), "Sign in without one-time codes again", 204};
inline constexpr Endpoint<StepUpRequest, StepUpToken> stepUp{
    Post, "/auth/step-up", Access::signedIn(), "Prove again who you are and get a token (X-Step-Up) for one action"};

inline constexpr Endpoint<ApplicationCreate, ApplicationCreated> createApplication{
    Post, "/applications", Permission::ApplicationCreate, "Receive an application; scoring follows by itself", 201,
    kDefaultBodyLimit, Repeat::GetsTheAnswer};
inline constexpr Endpoint<BatchCreate, BatchCreated> createApplications{
    Post, "/applications/batch", Permission::ApplicationCreate, "Receive up to 500 applications, answered one by one",
    200, 8 << 20, Repeat::GetsTheAnswer};
inline constexpr Endpoint<Nothing, Page<ApplicationItem>, ApplicationQuery> listApplications{
    Get, "/applications", Permission::ApplicationView, "Applications by status, time, amount, score or search"};
inline constexpr Endpoint<Nothing, CaseDetail> getApplication{
    Get, "/applications/{id}", Access(Permission::ApplicationView).orKeyWith(Permission::DecisionView),
    "One application with score, queue entry, decisions and timeline"};

inline constexpr auto cancelApplication = Endpoint<ApplicationCancel, Nothing>{
    Delete, "/applications/{id}", Permission::ApplicationCreate, "Withdraw an application that is not decided yet",
    204}.needingVersion();

inline constexpr Endpoint<Nothing, Page<QueueItem>, QueueQuery> listQueue{
    Get, "/queue", Permission::QueueView, "Cases that wait for a person, most urgent first"};
inline constexpr Endpoint<Nothing, QueueSummary> queueSummary{
    Get, "/queue/summary", Permission::QueueView, "How many cases wait, by state, deadline and priority"};
inline constexpr Endpoint<Nothing, SlaMetrics, SlaMetricsQuery> slaMetrics{
    Get, "/queue/sla-metrics", Permission::QueueView, "How well deadlines are kept: open cases now, completed ones in a time"};
inline constexpr auto assignCase = Endpoint<AssignCase, QueueItem>{
    Post, "/queue/{id}/assign", Permission::QueueAssign, "Give a case to an analyst, or take it"}.takingVersion();
inline constexpr auto startCase = Endpoint<Nothing, QueueItem>{
    Post, "/queue/{id}/start", Permission::QueueAssign, "Begin the review of an assigned case"}.takingVersion();
inline constexpr auto releaseCase = Endpoint<ReleaseCase, QueueItem>{
    Post, "/queue/{id}/release", Permission::QueueAssign, "Put a case back into the queue"}.takingVersion();
inline constexpr Endpoint<TakeNext, NextCase> nextCase{
    Post, "/queue/next", Permission::QueueAssign, "Take the most urgent case that one may decide; pass one over with a reason"};
inline constexpr auto undoMove = Endpoint<Nothing, QueueItem>{
    Post, "/queue/{id}/undo", Permission::QueueAssign, "Take the own last move back, within ten seconds"}.takingVersion();
inline constexpr auto recuseCase = Endpoint<RecuseCase, QueueItem>{
    Post, "/queue/{id}/recuse", Permission::QueueAssign, "Stand back from a case for good: it is never offered again"}.takingVersion();
inline constexpr auto escalateCase = Endpoint<EscalateCase, QueueItem>{
    Post, "/queue/{id}/escalate", Permission::QueueAssign, "Bring a case to the senior analysts"}.takingVersion();
inline constexpr auto flagCase = Endpoint<FlagCase, QueueItem>{
    Post, "/queue/{id}/flag", Permission::QueueAssign, "Mark a case as a priority customer's, or no longer"}.takingVersion();
inline constexpr auto requestHelp = Endpoint<RequestHelp, QueueItem>{
    Post, "/queue/{id}/request-help", Permission::QueueAssign, "Ask the senior analysts for help with one's own case"}.takingVersion();
inline constexpr Endpoint<QueueBulk, QueueBulkDone> moveCases{
    Post, "/queue/bulk", Permission::DecisionApproveOverride, "Give or put back up to 100 cases, answered one by one"};
inline constexpr Endpoint<Nothing, Workload> workload{
    Get, "/queue/workload", Permission::DecisionApproveOverride, "What each analyst has, and room for"};

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

inline constexpr Endpoint<ApiKeyCreate, ApiKeyCreated> createApiKey{
    Post, "/admin/api-keys", Permission::ConfigManage, "Make a key for an integration; it is shown once", 201,
    kDefaultBodyLimit, Repeat::IsRefused};
inline constexpr Endpoint<Nothing, Page<ApiKeyInfo>, ApiKeyQuery> listApiKeys{
    Get, "/admin/api-keys", Permission::ConfigManage, "Keys of integrations, newest first, also those that are revoked"};
inline constexpr Endpoint<Nothing, Nothing> revokeApiKey{
    Delete, "/admin/api-keys/{id}", Permission::ConfigManage, "Revoke a key, within a second everywhere", 204};
inline constexpr Endpoint<Nothing, PersonExport> exportPerson{
    Get, "/persons/{id}/export", Permission::UserManage, "Everything that is stored about a person, for the person"};
inline constexpr Endpoint<Nothing, PersonErased> erasePerson{
    Post, "/persons/{id}/erase", Permission::UserManage,
    "Destroy what says who a person is, for ever; needs a step-up (X-Step-Up) for `erasure` of this person"};

inline constexpr Endpoint<Nothing, SystemInfo> modelInfo{
    Get, "/model-info", Access::signedIn(), "The model and the policy in force"};

inline constexpr Endpoint<Nothing, Page<AuditItem>, AuditQuery> listAudit{
    Get, "/audit/logs", Permission::AuditView, "What was done, by whom and from where, newest first"};
inline constexpr Endpoint<Nothing, Page<AuditItem>, AuditTimelineQuery> auditTimeline{
    Get, "/audit/logs/{entity_type}/{entity_id}", Permission::AuditView, "What happened to one thing, newest first"};
inline constexpr Endpoint<AuditVerify, AuditVerified> verifyAudit{
    Post, "/audit/verify", Permission::AuditView, "Verify the sealed chain against its signed checkpoints, part by part"};
inline constexpr Endpoint<Nothing, Page<UserAccount>, UserQuery> listUsers{
    Get, "/admin/users", Permission::UserManage, "The users of the tenant by name, role or state"};
inline constexpr Endpoint<UserCreate, IssuedPassword> createUser{
    Post, "/admin/users", Permission::UserManage, "Make a user; the one-time password is shown once", 201,
    kDefaultBodyLimit, Repeat::IsRefused};
inline constexpr Endpoint<Nothing, UserAccount> getUser{
    Get, "/admin/users/{id}", Permission::UserManage, "One user with role, grants and denials"};
inline constexpr auto updateUser = Endpoint<UserPatch, UserAccount>{
    Patch, "/admin/users/{id}", Permission::UserManage, "Change name, role, grants or denials of a user"}.needingVersion();
inline constexpr auto deactivateUser = Endpoint<Nothing, UserAccount>{
    Post, "/admin/users/{id}/deactivate", Permission::UserManage, "Switch a user off and end his sessions"}.takingVersion();
inline constexpr auto activateUser = Endpoint<Nothing, UserAccount>{
    Post, "/admin/users/{id}/activate", Permission::UserManage, "Let a user sign in again"}.takingVersion();
inline constexpr auto unlockUser = Endpoint<Nothing, UserAccount>{
    Post, "/admin/users/{id}/unlock", Permission::UserManage, "Forget the wrong passwords that locked a user"}.takingVersion();
inline constexpr auto resetUserPassword = Endpoint<Nothing, IssuedPassword>{
    Post, "/admin/users/{id}/reset-password", Permission::UserManage,
    "Replace a password by a one-time one, shown once, and end the user's sessions"}.takingVersion();

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

inline constexpr Endpoint<Nothing, Page<JobInfo>, JobQuery> listJobs{
    Get, "/admin/jobs", Access::anyOf({Permission::TenantManage, Permission::ConfigManage}),
    "Jobs that have died or run now, newest first; with config:manage those of one's own tenant"};
inline constexpr Endpoint<Nothing, JobInfo> redriveJob{
    Post, "/admin/jobs/{id}/redrive", Access::anyOf({Permission::TenantManage, Permission::ConfigManage}),
    "Let a dead job run again, with all its attempts"};

inline constexpr auto kEndpoints = std::tuple{
    &login,            &refresh,           &logout,         &logoutAll,
    &me,               &listSessions,      &endSession,     &changePassword,
    &beginTotp,        &confirmTotp,       &removeTotp,     &stepUp,
    &createApplication, &createApplications, &listApplications, &getApplication,
    &listQueue,        &queueSummary,      &slaMetrics,     &assignCase,     &startCase,
    &releaseCase,      &nextCase,          &undoMove,       &recuseCase,
    &escalateCase,     &flagCase,          &requestHelp,    &moveCases,
    &workload,         &createDecision,    &modelInfo,      &cancelApplication,
    &previewDecision,  &listDecisions,     &getDecision,    &listWaitingOverrides,
    &approveOverride,  &rejectOverride,    &updateCondition,
    &createApiKey,     &listApiKeys,       &revokeApiKey,
    &listAudit,        &auditTimeline,     &verifyAudit,
    &listUsers,        &createUser,        &getUser,        &updateUser,
    &deactivateUser,   &activateUser,      &unlockUser,     &resetUserPassword,
    &listPolicies,     &createPolicy,      &getPolicy,      &simulatePolicy,
    &approvePolicy,    &activatePolicy,    &getAutomation,  &setAutomation,
    &listTenants,      &createTenant,      &getTenant,      &updateTenant,
    &listJobs,         &redriveJob,
    &exportPerson,     &erasePerson,
};

} // namespace countersign::api
