// Fits an XGBoost model to labelled rows.
#pragma once

#include "core/base/Result.h"
#include "server/ml/train/TrainingSet.h"

#include <QByteArray>
#include <QJsonObject>

namespace countersign {

struct XgbParameters {
    int trees = 300;
    int depth = 3;
    double rate = 0.05;
    double minChildWeight = 1;
    double lambda = 1;

    QJsonObject toJson() const;
    friend bool operator==(const XgbParameters &, const XgbParameters &) = default;
};

/// Boosted trees for the probability of default, exact splits, the features' monotone constraints, one thread: the same
/// rows and parameters give the same bytes. Answers a model in UBJSON for XgbModel::fromBytes.
Result<QByteArray> trainXgb(const TrainingSet &set, const XgbParameters &parameters);

/// `(1,0,-1,...)`, one per column: the monotone constraints as XGBoost takes them.
QByteArray monotoneConstraints();

} // namespace countersign
