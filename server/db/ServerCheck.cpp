#include "server/db/ServerCheck.h"

#include "server/db/Query.h"

namespace countersign {

Result<void> checkServerLogging(Database &database)
{
    Query query = Query::alone(database, "session/logging_leaks");
    if (auto done = query.exec(); !done)
        return done;
    QStringList lines;
    while (query.next())
        lines.append(QStringLiteral("ALTER ROLE %1 SET %2 = '%3';")
                         .arg(database.settings().user, query.get<QString>("name"), query.get<QString>("wanted")));
    if (lines.isEmpty())
        return {};
    return Error{ErrorCode::Conflict, QStringLiteral("unsafe_logging"),
                 QStringLiteral("PostgreSQL's log could show personal data; run as its administrator: ") + lines.join(QLatin1Char(' ')),
                 {}};
}

} // namespace countersign
