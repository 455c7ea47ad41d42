// From SQLSTATE to our errors. No value ever enters a message: PostgreSQL's own text may quote one.
#pragma once

#include "core/base/Error.h"

#include <QByteArray>

namespace countersign {

/// What PostgreSQL reported of a failed statement, without its texts.
struct SqlFailure {
    QByteArray statement;  ///< its name
    QByteArray sqlState;   ///< empty: the connection broke before an answer came
    QByteArray constraint; ///< the violated one; names of constraints are ours
    bool connectionLost = false;
};

/// Conflict `duplicate` and `constraint` carry the constraint's name in `detail`; serialization failures and deadlocks are
/// Conflict `serialization_failure`; a lost or refused connection is Unavailable `database_unavailable`.
Error errorOf(const SqlFailure &failure);

bool isRetryable(const Error &error); ///< the whole transaction may be tried again

} // namespace countersign
