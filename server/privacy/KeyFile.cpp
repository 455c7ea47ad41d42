#include "server/privacy/KeyFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

namespace countersign {

namespace {

Error bad(const QString &path, const QString &what)
{
    return {ErrorCode::Invalid,
            QStringLiteral("bad_privacy_keys"),
            QStringLiteral("%1 %2; bring it back from its backup, or make one for a new database with: countersignctl "
                           "privacy new-file %1")
                .arg(path, what),
            {}};
}

/// Never over a file that is there: of two that make one at a time, both go on with the first.
bool makeNew(const QString &path)
{
    QDir().mkpath(QFileInfo(path).path());
    const QByteArray text = KeyRing::makeText();
    QTemporaryFile file(path + QStringLiteral(".XXXXXX")); // for its owner alone
    if (!file.open() || file.write(text) != text.size() || !file.flush())
        return false;
    file.setAutoRemove(!file.rename(path));
    return QFile::exists(path);
}

bool replace(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(text) == text.size() && file.commit();
}

Result<QByteArray> read(const QString &path)
{
    constexpr QFile::Permissions kTooMany = QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (QFile::permissions(path) & kTooMany)
        return Error{ErrorCode::Invalid,
                     QStringLiteral("open_privacy_keys"),
                     QStringLiteral("%1 can be read or changed by others than its owner; run: chmod 600 %1").arg(path),
                     {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return bad(path, QStringLiteral("cannot be read"));
    return file.readAll();
}

} // namespace

Result<KeyRing> readKeyFile(const QString &path, bool makeIfMissing)
{
    if (makeIfMissing && !QFile::exists(path) && !makeNew(path))
        return bad(path, QStringLiteral("cannot be written"));
    const auto text = read(path);
    if (!text)
        return text.error();
    auto ring = KeyRing::parse(*text);
    return ring ? std::move(ring) : Result<KeyRing>(bad(path, ring.error().detail));
}

Result<quint32> addKeyToFile(const QString &path)
{
    const auto text = read(path);
    if (!text)
        return text.error();
    const auto longer = KeyRing::withNewKey(*text);
    if (!longer)
        return bad(path, longer.error().detail);
    if (!replace(path, *longer))
        return bad(path, QStringLiteral("cannot be written"));
    return KeyRing::parse(*longer)->currentNumber();
}

} // namespace countersign
