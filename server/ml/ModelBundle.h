// A model bundle that has been read and checked: the only way from files to a model that may score.
#pragma once

#include "core/scoring/Scoring.h"
#include "server/ml/ExplainedModel.h"
#include "server/ml/Scorer.h"

#include <QJsonObject>

namespace countersign {

struct ModelBundle {
    BundleInfo info;
    Calibration calibration;
    QJsonObject manifest; ///< data hash, rows, parameters, metrics, library version, seed
    ExplainedModel trees;

    /// Refuses with one line (`bad_model_bundle`): missing, truncated or altered files, another feature set or other
    /// columns, a calibration that is not increasing, a model that does not answer the probe set with finite numbers, bit
    /// for bit those of its training.
    static Result<ModelBundle> load(const QString &folder);
};

} // namespace countersign
