// What a model says about one row: margin, contributions, probability of default and score.
#pragma once

#include "core/scoring/Features.h"

#include <array>

namespace countersign {

/// From a model's margin to log-odds of default in the portfolio: Platt's line and the correction from the training
/// sample's bad rate to the portfolio's. Affine, so contributions stay additive.
struct Calibration {
    double slope = 1;     ///< of Platt's line, above zero
    double intercept = 0; ///< of Platt's line plus the prior correction

    double logOddsOfDefault(double margin) const { return intercept + slope * margin; }
    friend bool operator==(const Calibration &, const Calibration &) = default;
};

struct Scoring {
    float margin = 0;    ///< log-odds before calibration, exactly as the model returned it
    float baseValue = 0; ///< the model's margin without knowing anything
    std::array<double, kFeatureCount> contributions{}; ///< in margin units; base + sum = margin within 1e-5
    Calibration calibration;
    double probabilityOfDefault = 0; ///< calibrated, 0..1
    double unclampedScore = 0;
    int score = 0; ///< 0..1000

    friend bool operator==(const Scoring &, const Scoring &) = default;
};

/// Completes a scoring from what a model computed; the formulas are those of ScoreScale.
Scoring makeScoring(float margin, float baseValue, const std::array<double, kFeatureCount> &contributions,
                    const Calibration &calibration);

} // namespace countersign
