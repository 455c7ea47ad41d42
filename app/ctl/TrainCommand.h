// `countersignctl train`: a model bundle from the shipped data.
#pragma once

#include "core/base/Result.h"

#include <QStringList>

namespace countersign {

/// `arguments`: what follows `train` on the command line. Prints progress and figures to standard output and answers the
/// exit status. Invalid (`usage`) for wrong arguments, with the usage as its detail.
Result<int> runTrain(const QStringList &arguments);

} // namespace countersign
