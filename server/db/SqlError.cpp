#include "server/db/SqlError.h"

#include <QRegularExpression>
#include <QSqlError>

namespace countersign {

namespace {

constexpr char kSerialization[] = "serialization_failure";

struct StateRow {
    const char *prefix; ///< of the SQLSTATE; longest first where they overlap
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
    StateRow{"58", ErrorCode::Unavailable, "database_io_error"},
};

/// Names of constraints are ours, so they may be shown; the rest of the text may quote data.
QString constraintName(const QString &text)
{
    static const QRegularExpression quoted(QStringLiteral("constraint \"([a-z0-9_]+)\""));
    return quoted.match(text).captured(1);
}

} // namespace

bool isLostConnection(const QSqlError &error)
{
    const QString state = error.nativeErrorCode();
    // The driver reports a killed connection without any SQLSTATE.
    return error.isValid() && (state.isEmpty() || state.startsWith(QLatin1String("08")) || state.startsWith(QLatin1String("57P")));
}

Error errorOf(const QSqlError &error, const char *statement)
{
    const QString state = error.nativeErrorCode();
    const QString where = QStringLiteral("%1: SQLSTATE %2").arg(QLatin1String(statement), state.isEmpty() ? QStringLiteral("none") : state);
    if (state.isEmpty())
        return {ErrorCode::Unavailable, QStringLiteral("database_unavailable"), where, {}};
    for (const StateRow &row : kStates) {
        if (!state.startsWith(QLatin1String(row.prefix)))
            continue;
        const QString name = state.startsWith(QLatin1String("23")) ? constraintName(error.databaseText()) : QString();
        return {row.code, QLatin1String(row.reason), name.isEmpty() ? where : name, {}};
    }
    return {ErrorCode::Internal, QStringLiteral("database_error"), where, {}};
}

bool isRetryable(const Error &error)
{
    return error.reason == QLatin1String(kSerialization);
}

} // namespace countersign
