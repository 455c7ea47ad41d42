// The factors of a score in the words of the window.
#pragma once

#include "core/api/ScoringDtos.h"

namespace countersign {

class FactorBars;

/// Nothing is shown for a case without a score.
void showFactors(FactorBars &bars, const std::optional<api::ScoringResult> &scoring, const Currency &currency);

} // namespace countersign
