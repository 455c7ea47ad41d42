// `countersignctl privacy`: the keys to personal data, and retention.
#pragma once

#include "core/base/Result.h"

#include <QStringList>

namespace countersign {

/// `arguments`: what follows `privacy` on the command line. Answers the exit status; Invalid (`usage`) with the usage as its
/// detail for wrong arguments.
Result<int> runPrivacy(const QStringList &arguments);

} // namespace countersign
