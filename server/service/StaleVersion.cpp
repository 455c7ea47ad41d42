#include "server/service/StaleVersion.h"

#include "server/repo/AuditRepo.h"

namespace countersign {

Error staleVersion(UnitOfWork &unit, ApplicationId application, const char *what, int version, const QString &status)
{
    const auto change = AuditRepo(unit.transaction(), unit.tenant()).lastChangeOf(application);
    if (!change)
        return change.error();
    QString detail =
        QStringLiteral("The %1 has version %2 and is %3").arg(QLatin1String(what)).arg(version).arg(status);
    if (*change)
        detail +=
            QStringLiteral("; last change: %1 by %2 at %3")
                .arg((*change)->event, (*change)->actor.value_or(QStringLiteral("the system")), toIso((*change)->at));
    return {ErrorCode::Conflict, QStringLiteral("stale_version"), detail + QLatin1Char('.'), {}};
}

} // namespace countersign
