#include "app/daemon/TokenKeyFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSaveFile>

namespace countersign {

namespace {

constexpr qsizetype kKeyBytes = 32;

Error bad(const QString &path, const QString &what)
{
    return {ErrorCode::Invalid, QStringLiteral("bad_token_key"),
            QStringLiteral("%1 %2; make one with: head -c 32 /dev/urandom > %1 && chmod 600 %1").arg(path, what), {}};
}

bool writeNew(const QString &path)
{
    QByteArray secret(kKeyBytes, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(secret.data()), kKeyBytes / qsizetype(sizeof(quint32)));
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(secret) == kKeyBytes && file.commit();
}

} // namespace

Result<TokenKey> readTokenKey(const QString &path, bool makeIfMissing)
{
    if (makeIfMissing && !QFile::exists(path) && !writeNew(path))
        return bad(path, QStringLiteral("cannot be written"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return bad(path, QStringLiteral("cannot be read"));
    const QByteArray secret = file.readAll();
    if (secret.size() != kKeyBytes)
        return bad(path, QStringLiteral("must hold exactly 32 bytes"));
    return TokenKey{QByteArrayLiteral("k1"), secret};
}

} // namespace countersign
