// THE table of the API: it drives router, guard, documentation and `countersignctl routes`. A handler or a page
// includes the part it serves or calls, so that a new endpoint rebuilds only what speaks of its area.
#pragma once

#include "core/api/endpoints/ApiKeyEndpoints.h"
#include "core/api/endpoints/ApplicationEndpoints.h"
#include "core/api/endpoints/AuditEndpoints.h"
#include "core/api/endpoints/AuthEndpoints.h"
#include "core/api/endpoints/DeadlineEndpoints.h"
#include "core/api/endpoints/DecisionEndpoints.h"
#include "core/api/endpoints/DocumentEndpoints.h"
#include "core/api/endpoints/JobEndpoints.h"
#include "core/api/endpoints/NoticeEndpoints.h"
#include "core/api/endpoints/OutcomeEndpoints.h"
#include "core/api/endpoints/PersonEndpoints.h"
#include "core/api/endpoints/PolicyEndpoints.h"
#include "core/api/endpoints/QueueEndpoints.h"
#include "core/api/endpoints/SecondLookEndpoints.h"
#include "core/api/endpoints/TenantEndpoints.h"
#include "core/api/endpoints/UserEndpoints.h"
#include "core/api/endpoints/WebhookEndpoints.h"

namespace countersign::api {

inline constexpr auto kEndpoints =
    std::tuple_cat(kAuthEndpoints, kApplicationEndpoints, kQueueEndpoints, kDecisionEndpoints, kApiKeyEndpoints,
                   kPersonEndpoints, kAuditEndpoints, kUserEndpoints, kPolicyEndpoints, kTenantEndpoints, kJobEndpoints,
                   kDocumentEndpoints, kDeadlineEndpoints, kSecondLookEndpoints, kOutcomeEndpoints, kNoticeEndpoints,
                   kWebhookEndpoints);

} // namespace countersign::api
