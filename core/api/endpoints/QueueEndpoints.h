// The review queue: what waits, who has it, and how well deadlines are kept.
#pragma once

#include "core/api/Endpoint.h"
#include "core/api/PageDtos.h"
#include "core/api/QueueDtos.h"

#include <tuple>

namespace countersign::api {

using enum Method;

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

inline constexpr auto kQueueEndpoints = std::tuple{
    &listQueue, &queueSummary, &slaMetrics, &assignCase, &startCase, &releaseCase, &nextCase,
    &undoMove, &recuseCase, &escalateCase, &flagCase, &requestHelp, &moveCases, &workload};

} // namespace countersign::api
