// Platt's calibration: a straight line from margins to log-odds.
#pragma once

#include "core/base/Result.h"
#include "core/scoring/Scoring.h"

#include <span>

namespace countersign {

/// Maximum likelihood of sigma(intercept + slope x margin) by Newton's method, with Platt's smoothed targets (Platt 1999).
/// `margins` must be out of fold: a model is overconfident on its own training rows.
/// Invalid (`cannot_calibrate`) without both classes, or when the slope is not above zero.
Result<Calibration> fitPlatt(std::span<const float> margins, std::span<const float> labels);

/// What to add to log-odds so that probabilities learnt on a sample hold in a portfolio of another bad rate (both 0..1,
/// exclusive): logit(portfolio) - logit(sample).
double priorShift(double sampleBadRate, double portfolioBadRate);

} // namespace countersign
