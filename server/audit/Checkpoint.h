// A signed statement, kept outside the database, of how far a tenant's chain had come and what it held.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"

#include <QByteArray>

namespace countersign {

struct Checkpoint {
    TenantId tenant;
    qint64 first = 1;    ///< first entry since the checkpoint before
    qint64 sequence = 0; ///< last entry covered
    QByteArray hash;     ///< of the chain there
    Instant time;
    QByteArray previous; ///< digest() of the checkpoint before; empty for the first
    QByteArray marks;    ///< kMarkBytes of each hash from first to sequence
    QByteArray signature;

    QByteArray signedBytes() const;
    QByteArray digest() const; ///< of everything, the signature too
};

/// One line of JSON without the line break.
QByteArray toLine(const Checkpoint &checkpoint);
/// Malformed for anything that toLine() does not write.
Result<Checkpoint> checkpointFromLine(const QByteArray &line);

/// Signs with Ed25519 (RFC 8032).
class CheckpointSigner {
public:
    explicit CheckpointSigner(const QByteArray &seed); ///< 32 secret bytes
    void sign(Checkpoint &checkpoint) const;
    const QByteArray &publicKey() const { return m_publicKey; }

private:
    QByteArray m_publicKey;
    QByteArray m_secretKey;
};

bool isSignedBy(const QByteArray &publicKey, const Checkpoint &checkpoint);

} // namespace countersign
