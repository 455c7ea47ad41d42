// What may become of a condition, and who may say so.
#pragma once

#include "core/access/Actor.h"
#include "core/decision/DecisionTypes.h"

namespace countersign {

bool mayMove(ConditionStatus from, ConditionStatus to);
QList<ConditionStatus> nextStatuses(ConditionStatus from); ///< for the 409 that names what is allowed

/// Conflict (`transition_not_allowed`) outside the table. Waiving is giving up what the decision asked for: Forbidden
/// (`forbidden`) without decision:approve_override.
Result<void> checkConditionMove(const Actor &actor, ConditionStatus from, ConditionStatus to);

} // namespace countersign
