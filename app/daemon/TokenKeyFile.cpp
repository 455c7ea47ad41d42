#include "app/daemon/TokenKeyFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSaveFile>

#include <algorithm>
#include <cctype>

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

bool isHex(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return std::isxdigit(uchar(c)); });
}

Result<QList<TokenKey>> readLines(const QString &path, const QByteArray &text)
{
    QList<TokenKey> keys;
    int number = 0;
    for (const QByteArray &raw : text.split('\n')) {
        ++number;
        const QByteArray line = raw.split('#').first().simplified();
        if (line.isEmpty())
            continue;
        const QList<QByteArray> words = line.split(' ');
        if (words.size() != 2 || words[1].size() != 2 * kKeyBytes || !isHex(words[1]))
            return bad(path, QStringLiteral("must hold exactly 32 bytes, or a name and 64 hexadecimal digits on line %1").arg(number));
        keys.append({words[0], QByteArray::fromHex(words[1])});
    }
    return keys;
}

} // namespace

Result<QList<TokenKey>> readTokenKeys(const QString &path, bool makeIfMissing)
{
    if (makeIfMissing && !QFile::exists(path) && !writeNew(path))
        return bad(path, QStringLiteral("cannot be written"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return bad(path, QStringLiteral("cannot be read"));
    const QByteArray content = file.readAll();
    if (content.size() == kKeyBytes)
        return QList<TokenKey>{{QByteArrayLiteral("k1"), content}};
    auto keys = readLines(path, content);
    if (keys && keys->isEmpty())
        return bad(path, QStringLiteral("must hold exactly 32 bytes or lines of keys"));
    return keys;
}

} // namespace countersign
