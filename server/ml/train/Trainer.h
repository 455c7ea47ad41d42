// From the shipped data to a model bundle: train, calibrate, measure, describe.
#pragma once

#include "server/ml/BundleFiles.h"
#include "server/ml/train/CrossValidation.h"
#include "server/ml/train/Evaluation.h"

namespace countersign {

/// Found by the grid search: a mean AUC of 0.850 in cross-validation on all rows of the shipped data.
inline constexpr XgbParameters kDefaultParameters{.trees = 300, .depth = 2, .rate = 0.05};

struct TrainOptions {
    XgbParameters parameters = kDefaultParameters;
    bool searchGrid = false; ///< takes the best point of the grid instead of `parameters`
    std::optional<double> portfolioBadRate = 0.06; ///< prior correction; none: the sample's own bad rate
    Progress progress;
};

struct TrainedBundle {
    BundleFiles files;
    XgbParameters parameters;
    int trainingRows = 0;
    double trainingBadRate = 0;
    std::vector<double> foldAuc; ///< cross-validation on the training rows
    double outOfFoldAuc = 0;     ///< over all out-of-fold margins at once
    Calibration calibration;
    Evaluation holdOut; ///< on the rows that no step of the training has seen
};

/// Trains on the rows that isTrainingRow() names and measures on the others. The same data and options give the same
/// bytes. `csv`: as for parseCreditData.
Result<TrainedBundle> trainBundle(const QByteArray &csv, const TrainOptions &options);

} // namespace countersign
