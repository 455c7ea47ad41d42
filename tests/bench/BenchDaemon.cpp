#include "BenchDaemon.h"

#include "HttpLoad.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>

namespace countersign::bench {

namespace {

constexpr char kPassword[] = "measure-me-1";
constexpr int kStartMs = 60'000;

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

void runTool(const QStringList &arguments)
{
    QProcess tool;
    tool.setProcessChannelMode(QProcess::MergedChannels);
    tool.start(QStringLiteral(COUNTERSIGN_BIN "/countersignctl"), arguments);
    if (!tool.waitForFinished(300'000) || tool.exitCode() != 0)
        qFatal("countersignctl %s: %s", qPrintable(arguments.join(QLatin1Char(' '))), tool.readAll().constData());
}

} // namespace

BenchDaemon::BenchDaemon(const QString &folder) : m_folder(folder), m_port(freePort())
{
    QDir().mkpath(folder);
    if (QDir(folder + QStringLiteral("/cluster")).exists())
        runTool({QStringLiteral("private"), QStringLiteral("remove"), folder + QStringLiteral("/cluster")});
    start(bundle());
    signIn();
}

BenchDaemon::~BenchDaemon()
{
    m_process.terminate();
    if (!m_process.waitForFinished(kStartMs))
        m_process.kill();
}

QString BenchDaemon::bundle() const
{
    const QDir models(m_folder + QStringLiteral("/model"));
    if (models.entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty())
        runTool({QStringLiteral("train"), QStringLiteral("--data"), QStringLiteral(COUNTERSIGN_CREDIT_DATA),
                 QStringLiteral("--out"), models.path()});
    return models.filePath(models.entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0));
}

void BenchDaemon::start(const QString &bundle)
{
    QFile password(m_folder + QStringLiteral("/password"));
    if (!password.open(QIODevice::WriteOnly) || password.write(kPassword) < 0)
        qFatal("%s cannot be written", qPrintable(password.fileName()));
    password.close();
    m_process.setStandardErrorFile(m_folder + QStringLiteral("/daemon.log"));
    m_process.start(QStringLiteral(COUNTERSIGN_BIN "/countersignd"),
                    {QStringLiteral("--private"), m_folder + QStringLiteral("/cluster"), QStringLiteral("--listen"),
                     QStringLiteral("127.0.0.1:%1").arg(m_port), QStringLiteral("--model"), bundle,
                     QStringLiteral("--seed-demo"), password.fileName(), QStringLiteral("--set"),
                     QStringLiteral("http.requests_per_second=1000000"), QStringLiteral("--set"),
                     QStringLiteral("auth.access_token_minutes=60")});
    const QDeadlineTimer patience(kStartMs);
    while (exchange(m_port, getRequest("/health/ready", {})).status != 200)
        if (patience.hasExpired() || m_process.waitForFinished(20))
            qFatal("countersignd did not start; see %s/daemon.log", qPrintable(m_folder));
}

void BenchDaemon::signIn()
{
    const QJsonObject body{{QStringLiteral("email"), QStringLiteral("analyst@demo.example")},
                           {QStringLiteral("password"), QLatin1String(kPassword)}};
    const HttpAnswer answer =
        exchange(m_port, postRequest("/api/v1/auth/login", {}, QJsonDocument(body).toJson(QJsonDocument::Compact)));
    m_token = QJsonDocument::fromJson(answer.body).object().value(QLatin1String("access_token")).toString().toUtf8();
    if (m_token.isEmpty())
        qFatal("signing in: %d %s", answer.status, answer.body.constData());
}

} // namespace countersign::bench
