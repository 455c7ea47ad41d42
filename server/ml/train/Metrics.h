// How well margins separate good from bad, and how well probabilities are calibrated.
#pragma once

#include <span>

namespace countersign {

/// Area under the ROC curve, ties counted half (Mann-Whitney); NaN without both classes. `margins`: higher = riskier.
double areaUnderRoc(std::span<const float> margins, std::span<const float> labels);

/// Largest distance between the cumulative distributions of good and bad, 0..1; NaN without both classes.
double kolmogorovSmirnov(std::span<const float> margins, std::span<const float> labels);

/// Mean squared error of probabilities of default, 0..1.
double brierScore(std::span<const double> probabilities, std::span<const float> labels);

/// Mean negative log-likelihood in nats; probabilities are kept 1e-15 away from 0 and 1.
double logLoss(std::span<const double> probabilities, std::span<const float> labels);

} // namespace countersign
