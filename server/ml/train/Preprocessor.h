// What a bundle says about the columns it was trained on.
#pragma once

#include "server/ml/train/TrainingSet.h"

#include <QByteArray>

namespace countersign {

/// preprocessor.json: the feature set, its columns in order, and for each numeric column median, mean and standard
/// deviation of the known values and the share of missing ones, all of the training rows alone. XGBoost takes the columns
/// as they are; models that need numbers for gaps take these.
QByteArray preprocessorJson(const TrainingSet &set);

} // namespace countersign
