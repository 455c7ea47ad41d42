#include "server/http/TlsFiles.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace countersign {

namespace {

Error fileError(const char *reason, const QString &what, const QString &file)
{
    return {ErrorCode::Invalid, QLatin1String(reason), what.arg(file), {}};
}

QSslKey readKey(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
        const QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (!key.isNull())
            return key;
    }
    return {};
}

} // namespace

Result<QSslConfiguration> readTls(const TlsFiles &files)
{
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(files.certificate, QSsl::Pem);
    if (chain.isEmpty())
        return fileError("bad_certificate", QStringLiteral("no certificate can be read from %1"), files.certificate);
    QFile file(files.key);
    const QSslKey key = file.open(QIODevice::ReadOnly) ? readKey(file.readAll()) : QSslKey();
    if (key.isNull())
        return fileError("bad_key", QStringLiteral("no private key can be read from %1"), files.key);
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setAllowedNextProtocols({"http/1.1"});
    return configuration;
}

} // namespace countersign
