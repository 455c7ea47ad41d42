// The record of what was done.
#pragma once

#include "core/api/AuditDtos.h"
#include "core/api/Endpoint.h"
#include "core/api/PageDtos.h"

#include <tuple>

namespace countersign::api {

using enum Method;

inline constexpr Endpoint<Nothing, Page<AuditItem>, AuditQuery> listAudit{
    Get, "/audit/logs", Permission::AuditView, "What was done, by whom and from where, newest first"};
inline constexpr Endpoint<Nothing, Page<AuditItem>, AuditTimelineQuery> auditTimeline{
    Get, "/audit/logs/{entity_type}/{entity_id}", Permission::AuditView, "What happened to one thing, newest first"};
inline constexpr Endpoint<AuditVerify, AuditVerified> verifyAudit{
    Post, "/audit/verify", Permission::AuditView, "Verify the sealed chain against its signed checkpoints, part by part"};

inline constexpr auto kAuditEndpoints = std::tuple{&listAudit, &auditTimeline, &verifyAudit};

} // namespace countersign::api
