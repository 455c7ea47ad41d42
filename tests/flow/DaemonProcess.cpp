#include "tests/flow/DaemonProcess.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <csignal>

namespace countersign {

namespace {

constexpr int kStartMs = 60'000;
constexpr int kGlanceMs = 10;

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

QString setting(const char *key, const QString &value)
{
    return QLatin1String(key) + QLatin1Char('=') + value;
}

} // namespace

QString DaemonProcess::modelFolder()
{
    const QDir parent(QStringLiteral(MODEL_FOLDER));
    const QStringList bundles = parent.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    if (bundles.size() != 1)
        qFatal("there is not one model in %s: build the target flow-model", MODEL_FOLDER);
    return parent.filePath(bundles.first());
}

DaemonProcess::DaemonProcess(const DatabaseSettings &database, const QStringList &arguments)
{
    const QString key = m_scratch.filePath(QStringLiteral("token.key"));
    write(key, QByteArray(32, 'k'));
    const QString privacyKeys = m_scratch.filePath(QStringLiteral("privacy.key"));
    write(privacyKeys, "lookup " + QByteArray(64, 'a') + "\nkey 1 " + QByteArray(64, 'b') + '\n');
    QStringList all;
    for (const QString &one :
         {setting("database.host", database.host), setting("database.port", QString::number(database.port)),
          setting("database.name", database.database), setting("database.user", database.user),
          setting("auth.key_file", key), setting("privacy.key_file", privacyKeys)})
        all << QStringLiteral("--set") << one;
    prepare(all + arguments);
}

DaemonProcess::DaemonProcess(const QString &folder, const QStringList &arguments)
{
    prepare(QStringList{QStringLiteral("--private"), folder} + arguments);
}

void DaemonProcess::prepare(const QStringList &arguments)
{
    const QString password = m_scratch.filePath(QStringLiteral("password"));
    write(password, kPassword);
    m_arguments = QStringList{QStringLiteral("--listen"),    QStringLiteral("127.0.0.1:0"),
                              QStringLiteral("--model"),     modelFolder(),
                              QStringLiteral("--seed-demo"), password}
        + arguments;
    // A file never makes the daemon wait, as a pipe that nobody reads would.
    m_process.setStandardErrorFile(m_scratch.filePath(QStringLiteral("log")), QIODevice::Append);
    m_process.setProgram(QStringLiteral(COUNTERSIGND));
    m_process.setArguments(m_arguments);
}

DaemonProcess::~DaemonProcess()
{
    kill();
}

QString DaemonProcess::log() const
{
    QFile file(m_scratch.filePath(QStringLiteral("log")));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool DaemonProcess::start()
{
    static const QRegularExpression ready(QStringLiteral("ready port=([0-9]+)"));
    QFile::remove(m_scratch.filePath(QStringLiteral("log")));
    m_process.start();
    const QDeadlineTimer deadline(kStartMs);
    while (!deadline.hasExpired()) {
        const bool ended = m_process.waitForFinished(kGlanceMs) || m_process.state() == QProcess::NotRunning;
        const auto match = ready.match(log());
        if (match.hasMatch() && !ended) {
            m_port = match.captured(1).toUShort();
            return true;
        }
        if (ended)
            break;
    }
    qWarning("countersignd does not serve:\n%s", qPrintable(log()));
    return false;
}

void DaemonProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void DaemonProcess::askToStop()
{
    m_process.terminate();
}

Ended DaemonProcess::waitUntilEnded(int patienceMs)
{
    const bool ended = m_process.state() == QProcess::NotRunning || m_process.waitForFinished(patienceMs);
    const bool byItself = ended && m_process.exitStatus() == QProcess::NormalExit;
    return {byItself ? m_process.exitCode() : -1, log(), {}};
}

Ended DaemonProcess::stop()
{
    askToStop();
    return waitUntilEnded();
}

Ended DaemonProcess::run(const QStringList &arguments, const QStringList &environment)
{
    QProcess process;
    process.setEnvironment(QProcess::systemEnvironment() + environment);
    process.start(QStringLiteral(COUNTERSIGND), arguments);
    const bool ended = process.waitForFinished(kStartMs) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardError()),
            QString::fromUtf8(process.readAllStandardOutput())};
}

} // namespace countersign
