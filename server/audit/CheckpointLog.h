// The checkpoints of all tenants in one folder outside the database, each tenant's in a file that only grows.
#pragma once

#include "server/audit/Checkpoint.h"

#include <QHash>

#include <functional>

namespace countersign {

/// `<tenant id>.checkpoints`, a line each. Several processes may share the folder: whoever appends holds the file's lock and
/// goes on from its last line. Errors are Unavailable (`checkpoint_file`).
class CheckpointLog {
public:
    CheckpointLog(QString folder, CheckpointSigner signer);

    /// The folder, and in it the public key in hexadecimal, where they are missing.
    Result<void> prepare();

    /// Nothing: there is none yet. Read from the file at the first time, then remembered.
    Result<std::optional<Checkpoint>> last(TenantId tenant);

    /// Signs it, appends it and returns when it is on the disk. `checkpoint` comes without `previous` and signature and must
    /// begin where last() ends: Conflict (`checkpoint_moved`) when another process was faster.
    Result<void> append(Checkpoint checkpoint);

    const QByteArray &publicKey() const { return m_signer.publicKey(); }
    static QString pathOf(const QString &folder, TenantId tenant);
    static QString publicKeyPath(const QString &folder);

private:
    struct Known {
        std::optional<Checkpoint> last;
        qint64 fileSize = 0;
    };
    Result<Known> read(int file, const QString &path) const;

    const QString m_folder;
    const CheckpointSigner m_signer;
    QHash<TenantId, Known> m_known;
};

/// Reads a tenant's checkpoints one after the other, whatever their number.
class CheckpointReader {
public:
    /// `next` answers lines without their breaks, then nothing.
    using Lines = std::function<std::optional<QByteArray>()>;

    CheckpointReader(TenantId tenant, QByteArray publicKey, Lines next);
    /// Of a file; one that does not exist has none.
    static CheckpointReader fromFile(const QString &path, TenantId tenant, const QByteArray &publicKey);

    /// Nothing after the last. Malformed (`bad_checkpoint`) for a line that is none, that is not signed by the key, that
    /// belongs to another tenant or does not follow the one before.
    Result<std::optional<Checkpoint>> next();

private:
    const TenantId m_tenant;
    const QByteArray m_publicKey;
    const Lines m_lines;
    qint64 m_sequence = 0;
    QByteArray m_digest;
};

} // namespace countersign
