// The second signature: who may give it, and in what time.
#pragma once

#include "core/access/Actor.h"
#include "core/base/Instant.h"
#include "core/queue/Sla.h"

namespace countersign {

inline constexpr Duration kOverrideApprovalTime = std::chrono::hours(4);    ///< from the decision on
inline constexpr Duration kOverrideApprovalWarning = std::chrono::hours(1); ///< before the deadline

/// Of the second signature's own clock, which nothing pauses: ok, approaching or breached.
SlaState signatureStateAt(Instant now, Instant deadline);

/// Whether the actor may approve or reject an override that `decider` made. Forbidden (`forbidden`) unless it is a person
/// with decision:approve_override; Forbidden (`own_decision`) for the decider, whatever else he may do: four eyes bind
/// persons, not permissions, and no setting lifts it.
Result<void> checkCountersigns(const Actor &actor, UserId decider);

} // namespace countersign
