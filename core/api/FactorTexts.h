// The factors of a score as the API carries them.
#pragma once

#include "core/api/ScoringDtos.h"
#include "core/scoring/TopFactors.h"

namespace countersign::api {

/// First those that raised the score, most points first, then those that lowered it, most points lost first.
QList<TopFactor> topFactorsOf(const countersign::TopFactors &factors);

/// English, for other programs: `33.3 %`, `3.5 years`, `permanent`, `missing`. The workbench formats by itself.
QString formattedValue(const Feature &feature, const FeatureValue &value);

} // namespace countersign::api
