// The part of Daemon that looks whether it could start.
#include "app/daemon/Daemon.h"
#include "app/daemon/TokenKeyFile.h"
#include "server/privacy/KeyFile.h"
#include "server/service/KeyCheck.h"

#include <QFile>
#include <QSslConfiguration>
#include <QTcpServer>

namespace countersign {

/// Before anything is started for nothing, and before the database of the daemon that has the address is touched.
Result<void> Daemon::checkAddress() const
{
    QTcpServer probe;
    if (probe.listen(m_settings.http.address, m_settings.http.port))
        return {};
    return Error{
        ErrorCode::Unavailable,
        QStringLiteral("cannot_listen"),
        QStringLiteral("%1 port %2 cannot be listened on (%3): stop what uses it, or choose another with --listen")
            .arg(m_settings.http.address.toString(), QString::number(m_settings.http.port), probe.errorString()),
        {}};
}

QStringList Daemon::check()
{
    QStringList faults;
    const auto note = [&faults](const Result<void> &result) {
        if (!result)
            faults.append(result.error().detail);
    };
    note(checkAddress());
    note(loadModel());
    const auto opened = m_settings.privateDir.isEmpty() ? openDatabase() : PrivateCluster(m_settings.privateDir).check();
    note(opened);
    if (!opened)
        m_database.reset();
    for (const Result<void> &key : checkFiles())
        note(key);
    return faults;
}

QList<Result<void>> Daemon::checkFiles() const
{
    QList<Result<void>> results;
    const auto add = [&results](const auto &result) { results.append(result ? Result<void>() : Result<void>(result.error())); };
    if (m_settings.http.tls)
        add(readTls(*m_settings.http.tls));
    const auto check = [&add](const QString &configured, const QString &path) {
        if (!configured.isEmpty() || QFile::exists(path)) // where start() makes a key there is nothing to check yet
            add(readTokenKeys(path, false));
    };
    check(m_settings.keyFile, keyPath());
    check(m_settings.codeKeyFile, codeKeyPath());
    check(m_settings.auditKeyFile, auditKeyPath());
    if (!m_settings.privacyKeyFile.isEmpty() || QFile::exists(m_settings.privacyKeyPath()))
        results.append(checkKeyRing());
    return results;
}

Result<void> Daemon::checkKeyRing() const
{
    const auto ring = readKeyFile(m_settings.privacyKeyPath(), false);
    if (!ring)
        return ring.error();
    return m_database ? compareKeys(*m_database, *ring) : Result<void>();
}

} // namespace countersign
