#include "server/db/PostgresPrograms.h"

#include <QDir>
#include <QFileInfo>

namespace countersign {

Result<PostgresPrograms> findPostgresIn(const QString &root, std::optional<int> wanted)
{
    QList<PostgresPrograms> found;
    const QStringList versions = QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &version : versions) {
        const QString folder = QStringLiteral("%1/%2/bin").arg(root, version);
        if (version.toInt() >= kOldestPostgres && QFileInfo(folder + QStringLiteral("/postgres")).isExecutable())
            found.append({version.toInt(), folder});
    }
    if (found.isEmpty())
        return Error{ErrorCode::Unavailable, QStringLiteral("private_cluster"),
                     QStringLiteral("PostgreSQL %1 or later is not installed: apt-get install postgresql").arg(kOldestPostgres), {}};
    std::sort(found.begin(), found.end(),
              [](const PostgresPrograms &a, const PostgresPrograms &b) { return a.version > b.version; });
    if (!wanted)
        return found.first();
    for (const PostgresPrograms &programs : found)
        if (programs.version == *wanted)
            return programs;
    return Error{ErrorCode::Conflict, QStringLiteral("cluster_version"),
                 QStringLiteral("it was made by PostgreSQL %1, installed is %2: apt-get install postgresql-%1, or move the folder away")
                     .arg(*wanted)
                     .arg(found.first().version),
                 {}};
}

Result<PostgresPrograms> findPostgres(std::optional<int> wanted)
{
    return findPostgresIn(QStringLiteral("/usr/lib/postgresql"), wanted);
}

} // namespace countersign
