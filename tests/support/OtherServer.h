// A real mail server or receiver of webhooks in a process of its own: one of the programs in tests/support/servers.
#pragma once

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QTemporaryDir>

namespace countersign {

/// A key and a certificate for localhost and 127.0.0.1, signed by itself.
class OwnCertificate {
public:
    OwnCertificate(); ///< ends the program with one line when there is no openssl

    QString certificate() const { return m_folder.filePath(QStringLiteral("certificate.pem")); }
    QString key() const { return m_folder.filePath(QStringLiteral("key.pem")); }

private:
    QTemporaryDir m_folder;
};

/// Listens on a free port of 127.0.0.1 until it goes out of scope.
class OtherServer {
public:
    explicit OtherServer(const QString &script, const QStringList &arguments = {});
    ~OtherServer();
    Q_DISABLE_COPY_MOVE(OtherServer)

    int port() const { return m_port; }
    /// What it has taken so far; ask by QTRY_*, for the news travels through a pipe.
    const QList<QJsonObject> &received();

private:
    void read();

    QProcess m_process;
    QByteArray m_unread;
    int m_port = 0;
    QList<QJsonObject> m_received;
};

} // namespace countersign
