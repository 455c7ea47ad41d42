#include "server/service/DocumentScanner.h"

#include <QProcess>

namespace countersign {

namespace {

constexpr int kStartMilliseconds = 10'000;

Error failed(const QString &detail)
{
    return {ErrorCode::Unavailable, QStringLiteral("scanner_failed"), detail, {}};
}

/// Nothing of the daemon's own: its environment may hold passwords.
QProcessEnvironment bareEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/local/bin:/usr/bin:/bin"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return environment;
}

} // namespace

Result<DocumentScan> DocumentScanner::scan(const QByteArray &content) const
{
    QProcess program;
    program.setProcessEnvironment(bareEnvironment());
    program.setStandardOutputFile(QProcess::nullDevice());
    program.setStandardErrorFile(QProcess::nullDevice());
    program.start(m_settings.command.first(), m_settings.command.mid(1));
    if (!program.waitForStarted(kStartMilliseconds))
        return failed(QStringLiteral("the scanner did not start: %1").arg(program.errorString()));
    program.write(content);
    program.closeWriteChannel();
    if (!program.waitForFinished(int(std::chrono::milliseconds(m_settings.limit).count()))) {
        program.kill();
        program.waitForFinished(kStartMilliseconds);
        return failed(QStringLiteral("the scanner took longer than %1 s").arg(m_settings.limit.count()));
    }
    if (program.exitStatus() != QProcess::NormalExit || program.exitCode() > 1)
        return failed(QStringLiteral("the scanner could not say: exit code %1").arg(program.exitCode()));
    return program.exitCode() == 0 ? DocumentScan::Clean : DocumentScan::Infected;
}

} // namespace countersign
