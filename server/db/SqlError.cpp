#include "server/db/SqlError.h"

#include <array>

namespace countersign {

namespace {

constexpr char kSerialization[] = "serialization_failure";

struct StateRow {
    const char *prefix; ///< of the SQLSTATE; the first that matches counts
    ErrorCode code;
    const char *reason;
};
constexpr std::array kStates{
    StateRow{"23505", ErrorCode::Conflict, "duplicate"},
    StateRow{"23", ErrorCode::Conflict, "constraint"},
    StateRow{"40001", ErrorCode::Conflict, kSerialization},
    StateRow{"40P01", ErrorCode::Conflict, kSerialization},
    StateRow{"08", ErrorCode::Unavailable, "database_unavailable"},
    StateRow{"57P", ErrorCode::Unavailable, "database_unavailable"},
    StateRow{"57014", ErrorCode::Unavailable, "statement_timeout"},
    StateRow{"55P03", ErrorCode::Unavailable, "lock_timeout"},
    StateRow{"53", ErrorCode::Unavailable, "database_overloaded"},
    StateRow{"25006", ErrorCode::Unavailable, "database_read_only"},
    StateRow{"25P03", ErrorCode::Unavailable, "database_unavailable"}, // idle in transaction for too long
    StateRow{"58", ErrorCode::Unavailable, "database_io_error"},
};

} // namespace

Error errorOf(const SqlFailure &failure)
{
    const QString state = QString::fromLatin1(failure.sqlState.isEmpty() ? "none" : failure.sqlState);
    const QString where = QStringLiteral("%1: SQLSTATE %2").arg(QString::fromUtf8(failure.statement), state);
    if (failure.sqlState.isEmpty() || failure.connectionLost)
        return {ErrorCode::Unavailable, QStringLiteral("database_unavailable"), where, {}};
    for (const StateRow &row : kStates)
        if (failure.sqlState.startsWith(row.prefix))
            return {row.code, QLatin1String(row.reason),
                    failure.constraint.isEmpty() ? where : QString::fromUtf8(failure.constraint), {}};
    return {ErrorCode::Internal, QStringLiteral("database_error"), where, {}};
}

bool isRetryable(const Error &error)
{
    return error.reason == QLatin1String(kSerialization);
}

} // namespace countersign
