#include "tests/support/OtherServer.h"

#include <QJsonDocument>

namespace countersign {

OwnCertificate::OwnCertificate()
{
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                   QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"),
                   QStringLiteral("-subj"), QStringLiteral("/CN=localhost"), QStringLiteral("-addext"),
                   QStringLiteral("subjectAltName=DNS:localhost,IP:127.0.0.1"), QStringLiteral("-keyout"), key(),
                   QStringLiteral("-out"), certificate()});
    if (!openssl.waitForFinished() || openssl.exitCode() != 0)
        qFatal("openssl makes no certificate");
}

OtherServer::OtherServer(const QString &script, const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral("/usr/bin/python3"),
                    QStringList{QStringLiteral(TEST_SERVERS "/") + script} + arguments);
    while (m_port == 0) {
        if (!m_process.waitForReadyRead(30'000))
            qFatal("%s does not start", qPrintable(script));
        read();
    }
}

OtherServer::~OtherServer()
{
    m_process.kill();
    m_process.waitForFinished();
}

const QList<QJsonObject> &OtherServer::received()
{
    m_process.waitForReadyRead(0); // where no event loop runs
    read();
    return m_received;
}

void OtherServer::read()
{
    m_unread += m_process.readAllStandardOutput();
    for (qsizetype end = m_unread.indexOf('\n'); end >= 0; end = m_unread.indexOf('\n')) {
        const QByteArray line = m_unread.left(end);
        m_unread.remove(0, end + 1);
        if (line.startsWith("port "))
            m_port = line.mid(5).toInt();
        else
            m_received.append(QJsonDocument::fromJson(line).object());
    }
}

} // namespace countersign
