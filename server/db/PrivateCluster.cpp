#include "server/db/PrivateCluster.h"

#include "server/db/ClusterSettings.h"
#include "server/db/PostgresPrograms.h"
#include "server/db/Query.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLockFile>
#include <QThread>

#include <libpq-fe.h>

#include <csignal>
#include <unistd.h>

namespace countersign {

namespace {

constexpr int kMaxSocketPath = 107;
constexpr int kStartSeconds = 60;
constexpr char kSuperuser[] = "countersign_super";

Error failure(const QString &text)
{
    return {ErrorCode::Unavailable, QStringLiteral("private_cluster"), text, {}};
}

/// The reason among what PostgreSQL's programs print: their last fatal line, or their last line.
QString reasonIn(const QString &text)
{
    const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (auto line = lines.crbegin(); line != lines.crend(); ++line)
        for (const QLatin1String level : {QLatin1String("FATAL:"), QLatin1String("PANIC:")})
            if (line->contains(level))
                return line->mid(line->indexOf(level) + level.size()).trimmed();
    return lines.isEmpty() ? QString() : lines.last().trimmed();
}

/// Whether a process works in `folder`: every process of a PostgreSQL does so in its data folder.
bool isInUse(const QString &folder)
{
    const QStringList processes = QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs);
    return std::any_of(processes.begin(), processes.end(), [&](const QString &pid) {
        return QFile::symLinkTarget(QStringLiteral("/proc/%1/cwd").arg(pid)) == folder;
    });
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A number in a file may have gone to another process since, or to one that only waits to be buried.
bool isPostgres(qint64 pid)
{
    const QByteArray state = contentsOf(QStringLiteral("/proc/%1/stat").arg(pid));
    return pid > 0 && state.contains("(postgres) ") && !state.contains(") Z ");
}

} // namespace

PrivateCluster::PrivateCluster(QString folder, Durability durability)
    : m_folder(QDir::cleanPath(QDir(folder).absolutePath())), m_durability(durability)
{
}

QString PrivateCluster::dataFolder() const
{
    return m_folder + QStringLiteral("/data");
}

QString PrivateCluster::startLog() const
{
    return m_folder + QStringLiteral("/start.log");
}

QString PrivateCluster::socketFolder() const
{
    const QString beside = m_folder + QStringLiteral("/run");
    if (QFile::encodeName(beside).size() + qsizetype(sizeof("/.s.PGSQL.5432")) <= kMaxSocketPath)
        return beside;
    const QByteArray hash = QCryptographicHash::hash(m_folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QStringLiteral("/tmp/countersign-%1-%2").arg(geteuid()).arg(QLatin1String(hash));
}

DatabaseSettings PrivateCluster::settingsFor(const char *user, const char *database) const
{
    DatabaseSettings settings;
    settings.host = socketFolder();
    settings.user = QLatin1String(user);
    settings.database = QLatin1String(database);
    return settings;
}

DatabaseSettings PrivateCluster::daemonSettings() const { return settingsFor("countersign_daemon", "countersign"); }
DatabaseSettings PrivateCluster::ownerSettings() const { return settingsFor("countersign_owner", "countersign"); }
DatabaseSettings PrivateCluster::superuserSettings() const { return settingsFor(kSuperuser, "postgres"); }

qint64 PrivateCluster::serverPid() const
{
    const qint64 pid = contentsOf(dataFolder() + QStringLiteral("/postmaster.pid")).split('\n').value(0).trimmed().toLongLong();
    return isPostgres(pid) ? pid : 0;
}

/// What the server went on to write after it had left start.log; empty when it never got so far.
QByteArray PrivateCluster::newestLog() const
{
    if (!contentsOf(startLog()).contains("logging collector"))
        return {};
    const QFileInfoList logs = QDir(dataFolder() + QStringLiteral("/log")).entryInfoList(QDir::Files, QDir::Time);
    return logs.isEmpty() ? QByteArray() : contentsOf(logs.first().filePath());
}

Error PrivateCluster::cannotBeMade() const
{
    return failure(QStringLiteral("the folder %1 cannot be made; choose one that may be written").arg(m_folder));
}

Result<void> PrivateCluster::prepare()
{
    if (!QDir().mkpath(m_folder))
        return cannotBeMade();
    auto user = UnprivilegedUser::forFolder(m_folder);
    if (!user)
        return user.error();
    m_user = *user;
    return m_user->ownFolder(socketFolder());
}

Result<void> PrivateCluster::findPrograms()
{
    std::optional<int> version;
    const QByteArray made = contentsOf(dataFolder() + QStringLiteral("/PG_VERSION")).trimmed();
    if (!made.isEmpty())
        version = made.toInt();
    const auto programs = findPostgres(version);
    if (!programs) {
        Error error = programs.error();
        error.detail = QStringLiteral("%1: %2").arg(m_folder, error.detail);
        return error;
    }
    m_programs = programs->folder;
    return {};
}

Result<void> PrivateCluster::checkFolder() const
{
    if (QDir(dataFolder()).exists() && !QFile::exists(dataFolder() + QStringLiteral("/PG_VERSION")))
        return failure(QStringLiteral("%1 exists but is no PostgreSQL cluster; move it away").arg(dataFolder()));
    return {};
}

Result<void> PrivateCluster::makeCluster()
{
    if (QFile::exists(dataFolder() + QStringLiteral("/PG_VERSION")))
        return {};
    if (auto good = checkFolder(); !good)
        return good;
    // Made beside its place, so that one that was interrupted is never taken for a whole one.
    const QString fresh = m_folder + QStringLiteral("/data.new");
    QDir(fresh).removeRecursively();
    if (auto owned = m_user->ownFolder(fresh); !owned)
        return owned;
    const QStringList arguments{QStringLiteral("-D"), fresh, QStringLiteral("-U"), QLatin1String(kSuperuser),
                                QStringLiteral("--auth=trust"), QStringLiteral("--encoding=UTF8"),
                                QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--data-checksums"),
                                QStringLiteral("--no-instructions")};
    const auto made = m_user->run(m_programs + QStringLiteral("/initdb"), arguments, kStartSeconds);
    if (!made)
        return made.error();
    if (made->exitCode != 0)
        return failure(QStringLiteral("initdb failed in %1: %2").arg(fresh, reasonIn(made->output)));
    QFile configuration(fresh + QStringLiteral("/postgresql.conf"));
    if (!configuration.open(QIODevice::Append) || configuration.write("\ninclude 'countersign.conf'\n") < 0)
        return failure(QStringLiteral("%1 cannot be written").arg(configuration.fileName()));
    configuration.close();
    return QDir().rename(fresh, dataFolder()) ? Result<void>() : failure(QStringLiteral("%1 cannot be renamed").arg(fresh));
}

Result<void> PrivateCluster::writeSettings()
{
    QFile file(dataFolder() + QStringLiteral("/countersign.conf"));
    const QByteArray wanted = clusterSettings(socketFolder(), m_durability == Durability::Full);
    if (contentsOf(file.fileName()) == wanted)
        return {};
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(wanted) < 0)
        return failure(QStringLiteral("%1 cannot be written").arg(file.fileName()));
    file.close();
    return m_user->ownFile(file.fileName());
}

Result<ProgramOutcome> PrivateCluster::control(const QStringList &arguments)
{
    return m_user->run(m_programs + QStringLiteral("/pg_ctl"),
                       QStringList{QStringLiteral("-D"), dataFolder(), QStringLiteral("-w"), QStringLiteral("-t"),
                                   QString::number(kStartSeconds)}
                           + arguments,
                       kStartSeconds + 5);
}

/// The number in a lock file that was left behind may belong to some other program by now, which would stop PostgreSQL.
/// While children of the old server live the files must stay: they are how PostgreSQL finds them.
void PrivateCluster::removeStaleLocks() const
{
    if (serverPid() != 0 || isInUse(dataFolder()))
        return;
    QFile::remove(dataFolder() + QStringLiteral("/postmaster.pid"));
    QFile::remove(socketFolder() + QStringLiteral("/.s.PGSQL.5432.lock"));
}

Result<void> PrivateCluster::startServer()
{
    QElapsedTimer waited;
    waited.start();
    for (;;) {
        removeStaleLocks();
        QFile::remove(startLog());
        QFile log(startLog());
        if (!log.open(QIODevice::WriteOnly))
            return failure(QStringLiteral("%1 cannot be written").arg(startLog()));
        log.close();
        if (auto owned = m_user->ownFile(startLog()); !owned)
            return owned;
        const auto started = control({QStringLiteral("-s"), QStringLiteral("-l"), startLog(), QStringLiteral("start")});
        if (!started)
            return started.error();
        if (started->exitCode == 0)
            return {};
        const QString why = QString::fromUtf8(contentsOf(startLog()) + newestLog());
        // After kill -9 of the server its children need a moment to notice.
        const bool mayPass = why.contains(QLatin1String("pre-existing shared memory block")) || why.contains(QLatin1String("lock file"));
        if (!mayPass || waited.elapsed() > 10'000)
            return failure(QStringLiteral("PostgreSQL does not start in %1: %2").arg(m_folder, reasonIn(why)));
        QThread::msleep(100);
    }
}

Result<void> PrivateCluster::waitUntilReady()
{
    const QByteArray host = QFile::encodeName(socketFolder());
    const std::array<const char *, 5> keys{"host", "port", "user", "dbname", nullptr};
    const std::array<const char *, 5> values{host.constData(), "5432", kSuperuser, "postgres", nullptr};
    QElapsedTimer waited;
    waited.start();
    while (PQpingParams(keys.data(), values.data(), 0) != PQPING_OK) {
        if (waited.elapsed() > kStartSeconds * 1000 || serverPid() == 0)
            return failure(QStringLiteral("the PostgreSQL that runs in %1 does not answer; stop process %2 and try again")
                               .arg(m_folder)
                               .arg(serverPid()));
        QThread::msleep(20);
    }
    return {};
}

Result<void> PrivateCluster::bootstrap()
{
    Database server(superuserSettings());
    if (auto roles = Query::alone(server, "cluster/create_roles").exec(); !roles)
        return roles;
    Query exists = Query::alone(server, "cluster/database_exists");
    if (auto asked = exists.exec(); !asked)
        return asked;
    if (!exists.next() || !exists.get<bool>("present"))
        if (auto created = Query::alone(server, "cluster/create_database").exec(); !created)
            return created;
    DatabaseSettings inside = superuserSettings();
    inside.database = ownerSettings().database;
    Database database(inside);
    return Query::alone(database, "cluster/hand_over_schema").exec();
}

Result<void> PrivateCluster::start()
{
    if (auto ready = prepare(); !ready)
        return ready;
    // Two daemons on one folder share the server; only one of them may make it.
    QLockFile lock(m_folder + QStringLiteral("/start.lock"));
    if (!lock.tryLock(kStartSeconds * 1000))
        return failure(QStringLiteral("another process is starting PostgreSQL in %1").arg(m_folder));
    if (auto found = findPrograms(); !found)
        return found;
    m_adopted = serverPid() != 0;
    if (!m_adopted) {
        if (auto made = makeCluster(); !made)
            return made;
        if (auto written = writeSettings(); !written)
            return written;
        if (auto started = startServer(); !started)
            return started;
    }
    if (auto ready = waitUntilReady(); !ready)
        return ready;
    return bootstrap();
}

Result<void> PrivateCluster::check()
{
    QFileInfo nearest(m_folder);
    while (!nearest.exists() && !nearest.isRoot())
        nearest.setFile(nearest.path());
    if (!nearest.isDir() || !nearest.isWritable())
        return cannotBeMade();
    if (auto found = findPrograms(); !found)
        return found;
    return checkFolder();
}

Result<void> PrivateCluster::stop()
{
    if (serverPid() == 0)
        return {};
    if (auto ready = prepare(); !ready)
        return ready;
    if (auto found = findPrograms(); !found)
        return found;
    const auto stopped = control({QStringLiteral("-s"), QStringLiteral("-m"), QStringLiteral("fast"), QStringLiteral("stop")});
    if (!stopped)
        return stopped.error();
    if (stopped->exitCode != 0 && serverPid() != 0)
        return failure(QStringLiteral("PostgreSQL in %1 does not stop: %2").arg(m_folder, reasonIn(stopped->output)));
    return {};
}

} // namespace countersign
