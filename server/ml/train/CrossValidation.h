// Measures parameters on rows that the measured model has not seen.
#pragma once

#include "server/ml/train/XgbTrainer.h"

#include <functional>

namespace countersign {

/// Called with what is done and how much there is in all, 0 < done <= total, in the caller's thread.
using Progress = std::function<void(const QString &step, int done, int total)>;

struct CrossValidation {
    std::vector<float> margins; ///< out of fold, one per row of the set
    std::vector<double> foldAuc;

    double meanAuc() const;
    double deviationAuc() const; ///< standard deviation over the folds
};

/// 5 stratified folds, seed 42.
Result<CrossValidation> crossValidate(const TrainingSet &set, const XgbParameters &parameters, const Progress &progress);

struct GridPoint {
    XgbParameters parameters;
    double auc = 0; ///< mean over the folds
};

/// Depth 2-3, 200-400 trees, rate 0.05-0.1; best first, ties keep the grid's order.
Result<std::vector<GridPoint>> searchGrid(const TrainingSet &set, const Progress &progress);

} // namespace countersign
