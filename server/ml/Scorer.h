// Whoever turns feature rows into scores.
#pragma once

#include "core/base/Result.h"
#include "core/scoring/FeatureVector.h"
#include "core/scoring/Scoring.h"

#include <QString>

#include <span>
#include <vector>

namespace countersign {

/// Which model bundle answered; stored beside every score.
struct BundleInfo {
    QString bundle;     ///< sha256 of the bundle, 64 hexadecimal digits
    QString featureSet; ///< kFeatureSet of its training
    QString library;    ///< `xgboost 1.7.4`: what it was trained with
};

/// Callable from several threads at once.
class Scorer {
public:
    virtual ~Scorer() = default;

    /// One scoring per row, in order. A failure concerns the whole block: score its rows as `model_unavailable`.
    virtual Result<std::vector<Scoring>> score(std::span<const FeatureVector> rows) const = 0;
    virtual const BundleInfo &model() const = 0;
};

} // namespace countersign
