// Bundles trained on the shipped data, once for each test program.
#pragma once

#include "server/ml/train/Trainer.h"

namespace countersign {

QByteArray creditDataFile();
const QList<CreditDataRow> &creditData();

/// Few trees: enough for everything but the quality of the model.
TrainOptions quickOptions();
const TrainedBundle &quickBundle();

} // namespace countersign
