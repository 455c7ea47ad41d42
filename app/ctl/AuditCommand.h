// `countersignctl audit`: verifies the record of what was done, in the database or from an export, and exports it.
#pragma once

#include "core/base/Result.h"

#include <QStringList>

namespace countersign {

/// `arguments`: what follows `audit` on the command line. Answers 0, or 1 when something is wrong with a chain. Invalid
/// (`usage`) for wrong arguments.
Result<int> runAudit(const QStringList &arguments);

} // namespace countersign
