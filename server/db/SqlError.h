// From SQLSTATE to our errors. No value ever enters a message: PostgreSQL's own text may quote one.
#pragma once

#include "core/base/Error.h"

class QSqlError;

namespace countersign {

/// duplicate and constraint name the violated constraint in `detail`; serialization failures and deadlocks carry
/// reason `serialization_failure`, a lost or refused connection `database_unavailable`.
Error errorOf(const QSqlError &error, const char *statement);

bool isRetryable(const Error &error); ///< the whole transaction may be tried again
bool isLostConnection(const QSqlError &error);

} // namespace countersign
