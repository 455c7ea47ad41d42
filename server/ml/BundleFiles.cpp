#include "server/ml/BundleFiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QTemporaryDir>

namespace countersign {

namespace {

struct Part {
    const char *name;
    QByteArray BundleFiles::*bytes;
    qint64 maxSize;
};

constexpr qint64 kMiB = 1024 * 1024;
constexpr std::array kParts{
    Part{"model.ubj", &BundleFiles::model, 256 * kMiB},
    Part{"preprocessor.json", &BundleFiles::preprocessor, kMiB},
    Part{"calibration.json", &BundleFiles::calibration, kMiB},
    Part{"manifest.json", &BundleFiles::manifest, kMiB},
};

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::Unavailable, QStringLiteral("cannot_write"),
                     QStringLiteral("cannot write %1: %2").arg(path, file.errorString()), {}};
    return {};
}

} // namespace

Error badBundle(const QString &folder, const QString &fault)
{
    return {ErrorCode::Invalid,
            QStringLiteral("bad_model_bundle"),
            QStringLiteral("model bundle %1 is refused: %2; copy it again, or train one with countersignctl train")
                .arg(QDir::toNativeSeparators(folder), fault),
            {}};
}

QString BundleFiles::sha256() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Part &part : kParts) {
        const QByteArray &bytes = this->*part.bytes;
        hash.addData(QByteArray(part.name) + ' ' + QByteArray::number(bytes.size()) + '\n');
        hash.addData(bytes);
    }
    return QString::fromLatin1(hash.result().toHex());
}

Result<BundleFiles> BundleFiles::read(const QString &folder)
{
    if (!QDir(folder).exists())
        return badBundle(folder, QStringLiteral("there is no such folder"));
    BundleFiles files;
    for (const Part &part : kParts) {
        QFile file(QDir(folder).filePath(QLatin1String(part.name)));
        if (!file.open(QIODevice::ReadOnly))
            return badBundle(folder, QStringLiteral("%1 cannot be read").arg(QLatin1String(part.name)));
        if (file.size() > part.maxSize)
            return badBundle(folder, QStringLiteral("%1 is too large").arg(QLatin1String(part.name)));
        files.*part.bytes = file.readAll();
    }
    if (files.sha256() != QDir(QDir(folder).canonicalPath()).dirName())
        return badBundle(folder, QStringLiteral("its files hash to %1..., not to the folder's name: truncated or altered")
                                     .arg(files.sha256().left(12)));
    return files;
}

Result<QString> BundleFiles::write(const QString &parent) const
{
    const QString target = QDir(parent).filePath(sha256());
    if (read(target))
        return target;
    if (!QDir().mkpath(parent))
        return Error{ErrorCode::Unavailable, QStringLiteral("cannot_write"),
                     QStringLiteral("cannot make folder %1").arg(parent), {}};
    QTemporaryDir staging(QDir(parent).filePath(QStringLiteral("incomplete-XXXXXX")));
    if (!staging.isValid())
        return Error{ErrorCode::Unavailable, QStringLiteral("cannot_write"), staging.errorString(), {}};
    for (const Part &part : kParts)
        if (const auto written = writeFile(staging.filePath(QLatin1String(part.name)), this->*part.bytes); !written)
            return written.error();
    QFile::setPermissions(staging.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup
                                              | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther);
    QDir(target).removeRecursively(); // what is there under this name is no such bundle
    if (!QDir().rename(staging.path(), target))
        return Error{ErrorCode::Unavailable, QStringLiteral("cannot_write"), QStringLiteral("cannot make %1").arg(target), {}};
    staging.setAutoRemove(false);
    return target;
}

} // namespace countersign
