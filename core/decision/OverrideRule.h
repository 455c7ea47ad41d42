// Does a decision go against the model, and does it need a second person?
#pragma once

#include "core/decision/DecisionTypes.h"
#include "core/policy/Policy.h"
#include "core/policy/RouteTypes.h"

#include <optional>

namespace countersign {

struct OverrideAssessment {
    std::optional<OverrideDirection> direction; ///< nothing: the decision follows the model, or there is none
    std::optional<OverrideKind> kind;           ///< of an override
    bool needsSecondPerson = false;

    bool isOverride() const { return direction.has_value(); }
    friend bool operator==(const OverrideAssessment &, const OverrideAssessment &) = default;
};

/// The model's side comes from the thresholds outside the band and from the recommendation cutoff inside it.
/// Outside the band a second person is always needed, inside it as band_override_approval says.
/// Without a score nobody can be overridden.
OverrideAssessment assessOverride(std::optional<int> score, DecisionOutcome outcome, const Policy &policy);

} // namespace countersign
