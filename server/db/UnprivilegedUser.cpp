#include "server/db/UnprivilegedUser.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace countersign {

namespace {

Error failure(const QString &text)
{
    return {ErrorCode::Unavailable, QStringLiteral("private_cluster"), text, {}};
}

QStringList changeUser(const passwd &user, const QStringList &capabilities)
{
    return QStringList{QStringLiteral("setpriv"), QStringLiteral("--reuid=%1").arg(user.pw_uid),
                       QStringLiteral("--regid=%1").arg(user.pw_gid), QStringLiteral("--clear-groups")}
        + capabilities;
}

QStringList mayLookThroughFolders(const char *capability)
{
    return {QStringLiteral("--inh-caps=+%1").arg(QLatin1String(capability)),
            QStringLiteral("--ambient-caps=+%1").arg(QLatin1String(capability))};
}

} // namespace

Result<UnprivilegedUser> UnprivilegedUser::forFolder(const QString &folder)
{
    if (geteuid() != 0)
        return UnprivilegedUser(geteuid(), getegid(), {});
    const passwd *user = getpwnam("postgres");
    if (!user)
        user = getpwnam("nobody");
    if (!user)
        return failure(QStringLiteral("there is neither a user postgres nor a user nobody to run PostgreSQL as"));
    const std::array ways{QStringList{}, mayLookThroughFolders("dac_read_search"), mayLookThroughFolders("dac_override")};
    for (const QStringList &capabilities : ways) {
        UnprivilegedUser candidate(user->pw_uid, user->pw_gid, changeUser(*user, capabilities));
        // Not `test -x`, which asks without the capabilities.
        const auto seen = candidate.run(QStringLiteral("stat"), {folder + QStringLiteral("/.")}, 10);
        if (seen && seen->exitCode == 0)
            return candidate;
    }
    return failure(QStringLiteral("user %1 has no access to %2; choose a folder that others may enter")
                       .arg(QLatin1String(user->pw_name), folder));
}

Result<void> UnprivilegedUser::ownFolder(const QString &path) const
{
    const QByteArray native = QFile::encodeName(path);
    if (mkdir(native.constData(), 0700) == 0 && (geteuid() != 0 || lchown(native.constData(), m_uid, m_gid) == 0))
        return {};
    struct stat info {};
    // Somebody else may have put it there, in /tmp for one.
    if (lstat(native.constData(), &info) != 0 || !S_ISDIR(info.st_mode) || info.st_uid != m_uid || (info.st_mode & 077) != 0)
        return failure(QStringLiteral("%1 must be a folder of user %2 that is closed to others; move it away").arg(path).arg(m_uid));
    return {};
}

Result<void> UnprivilegedUser::ownFile(const QString &path) const
{
    if (geteuid() != 0 || lchown(QFile::encodeName(path).constData(), m_uid, m_gid) == 0)
        return {};
    return failure(QStringLiteral("the owner of %1 cannot be changed").arg(path));
}

Result<ProgramOutcome> UnprivilegedUser::run(const QString &program, const QStringList &arguments, int timeoutSeconds) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names)
        if (name.startsWith(QLatin1String("PG")) || name.startsWith(QLatin1String("LC_")))
            environment.remove(name);
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setWorkingDirectory(QStringLiteral("/")); // ours may be closed to that user
    const QStringList command = m_prefix + QStringList{program} + arguments;
    process.start(command.first(), command.mid(1));
    if (!process.waitForStarted() || !process.waitForFinished(timeoutSeconds * 1000)) {
        const bool started = process.state() != QProcess::NotRunning;
        process.kill();
        process.waitForFinished();
        return failure(started ? QStringLiteral("%1 took longer than %2 s").arg(program).arg(timeoutSeconds)
                               : QStringLiteral("%1 cannot be started").arg(command.first()));
    }
    return ProgramOutcome{process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                          QString::fromUtf8(process.readAll())};
}

} // namespace countersign
