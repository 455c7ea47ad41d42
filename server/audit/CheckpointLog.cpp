#include "server/audit/CheckpointLog.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <fcntl.h>
#include <memory>
#include <sys/file.h>
#include <unistd.h>

namespace countersign {

namespace {

constexpr qint64 kTail = 1 << 18; ///< more than the longest line

Error fault(const QString &path, const QString &what)
{
    return {ErrorCode::Unavailable, QStringLiteral("checkpoint_file"), QStringLiteral("%1 %2").arg(path, what), {}};
}

/// Closes and unlocks at its end.
class LockedFile {
public:
    explicit LockedFile(const QString &path)
        : m_file(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644))
    {
        if (m_file >= 0 && ::flock(m_file, LOCK_EX) != 0)
            close();
    }
    ~LockedFile() { close(); }
    Q_DISABLE_COPY_MOVE(LockedFile)

    int number() const { return m_file; } ///< negative: it could not be opened
    qint64 size() const { return ::lseek(m_file, 0, SEEK_END); }

private:
    void close()
    {
        if (m_file >= 0)
            ::close(m_file);
        m_file = -1;
    }
    int m_file;
};

bool syncFolder(const QString &folder)
{
    const int file = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool done = file >= 0 && ::fsync(file) == 0;
    if (file >= 0)
        ::close(file);
    return done;
}

} // namespace

CheckpointLog::CheckpointLog(QString folder, CheckpointSigner signer) : m_folder(std::move(folder)), m_signer(std::move(signer))
{
}

QString CheckpointLog::pathOf(const QString &folder, TenantId tenant)
{
    return folder + QLatin1Char('/') + tenant.toString() + QStringLiteral(".checkpoints");
}

QString CheckpointLog::publicKeyPath(const QString &folder)
{
    return folder + QStringLiteral("/public.key");
}

Result<void> CheckpointLog::prepare()
{
    if (!QDir().mkpath(m_folder))
        return fault(m_folder, QStringLiteral("cannot be made: the folder of audit.checkpoint_dir must be writable"));
    const QString path = publicKeyPath(m_folder);
    if (QFile::exists(path))
        return {};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(publicKey().toHex() + '\n') < 0 || !file.commit())
        return fault(path, QStringLiteral("cannot be written: %1").arg(file.errorString()));
    return {};
}

Result<CheckpointLog::Known> CheckpointLog::read(int file, const QString &path) const
{
    const qint64 size = ::lseek(file, 0, SEEK_END);
    const qint64 from = std::max<qint64>(0, size - kTail);
    QByteArray tail(size - from, Qt::Uninitialized);
    if (::pread(file, tail.data(), std::size_t(tail.size()), from) != tail.size())
        return fault(path, QStringLiteral("cannot be read"));
    // A crash while appending leaves a line without its end: it was never a checkpoint.
    const qsizetype end = tail.lastIndexOf('\n') + 1;
    if (end < tail.size() && ::ftruncate(file, from + end) != 0)
        return fault(path, QStringLiteral("ends in half a line that cannot be cut"));
    if (end == 0)
        return Known{std::nullopt, from + end};
    const qsizetype begin = tail.lastIndexOf('\n', end - 2) + 1;
    auto checkpoint = checkpointFromLine(tail.mid(begin, end - 1 - begin));
    if (!checkpoint)
        return fault(path, QStringLiteral("ends in a line that is no checkpoint"));
    return Known{*checkpoint, from + end};
}

Result<std::optional<Checkpoint>> CheckpointLog::last(TenantId tenant)
{
    if (const auto known = m_known.constFind(tenant); known != m_known.constEnd())
        return known->last;
    const QString path = pathOf(m_folder, tenant);
    const LockedFile file(path);
    if (file.number() < 0)
        return fault(path, QStringLiteral("cannot be opened"));
    auto known = read(file.number(), path);
    if (!known)
        return known.error();
    m_known.insert(tenant, *known);
    return known->last;
}

Result<void> CheckpointLog::append(Checkpoint checkpoint)
{
    const TenantId tenant = checkpoint.tenant;
    const QString path = pathOf(m_folder, tenant);
    const LockedFile file(path);
    if (file.number() < 0)
        return fault(path, QStringLiteral("cannot be opened"));
    if (!m_known.contains(tenant) || m_known[tenant].fileSize != file.size()) {
        auto known = read(file.number(), path);
        if (!known)
            return known.error();
        m_known[tenant] = *known;
    }
    Known &known = m_known[tenant];
    if (checkpoint.first != (known.last ? known.last->sequence + 1 : 1))
        return Error{ErrorCode::Conflict, QStringLiteral("checkpoint_moved"), QStringLiteral("another process wrote one"), {}};
    checkpoint.previous = known.last ? known.last->digest() : QByteArray();
    m_signer.sign(checkpoint);
    const QByteArray line = toLine(checkpoint) + '\n';
    if (::write(file.number(), line.constData(), std::size_t(line.size())) != line.size() || ::fsync(file.number()) != 0) {
        m_known.remove(tenant);
        return fault(path, QStringLiteral("cannot be written"));
    }
    if (known.fileSize == 0 && !syncFolder(m_folder))
        return fault(m_folder, QStringLiteral("cannot be synchronised"));
    known = {checkpoint, known.fileSize + line.size()};
    return {};
}

CheckpointReader::CheckpointReader(TenantId tenant, QByteArray publicKey, Lines next)
    : m_tenant(tenant), m_publicKey(std::move(publicKey)), m_lines(std::move(next))
{
}

CheckpointReader CheckpointReader::fromFile(const QString &path, TenantId tenant, const QByteArray &publicKey)
{
    const auto file = std::make_shared<QFile>(path);
    const bool isOpen = file->open(QIODevice::ReadOnly);
    return CheckpointReader(tenant, publicKey, [file, isOpen]() -> std::optional<QByteArray> {
        const QByteArray line = isOpen ? file->readLine() : QByteArray();
        // The last one may still be on its way to the disk.
        return line.endsWith('\n') ? std::optional(line.chopped(1)) : std::nullopt;
    });
}

Result<std::optional<Checkpoint>> CheckpointReader::next()
{
    const auto line = m_lines();
    if (!line)
        return std::optional<Checkpoint>();
    const auto bad = [](const QString &what) {
        return Error{ErrorCode::Malformed, QStringLiteral("bad_checkpoint"), what, {}};
    };
    auto checkpoint = checkpointFromLine(*line);
    if (!checkpoint)
        return bad(QStringLiteral("the checkpoint after entry %1 cannot be read").arg(m_sequence));
    if (!isSignedBy(m_publicKey, *checkpoint))
        return bad(QStringLiteral("the checkpoint at entry %1 is not signed by this key").arg(checkpoint->sequence));
    if (checkpoint->tenant != m_tenant || checkpoint->first != m_sequence + 1 || checkpoint->previous != m_digest)
        return bad(QStringLiteral("the checkpoint at entry %1 does not follow the one before").arg(checkpoint->sequence));
    m_sequence = checkpoint->sequence;
    m_digest = checkpoint->digest();
    return std::optional(std::move(*checkpoint));
}

} // namespace countersign
