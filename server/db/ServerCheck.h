// Start-up check of a PostgreSQL that is not ours: may its log show what it must not?
#pragma once

#include "core/base/Result.h"
#include "server/db/Database.h"

namespace countersign {

/// Conflict `unsafe_logging` when the server would write statements with their values into its log; the detail holds the
/// lines that an administrator of the server has to run.
Result<void> checkServerLogging(Database &database);

} // namespace countersign
