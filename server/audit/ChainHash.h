// The hashes that chain the entries of a tenant: each covers the one before, so that none can be changed alone.
#pragma once

#include "core/audit/ChainedEntry.h"

namespace countersign {

/// Of a chain without entries.
QByteArray genesisHash(TenantId tenant);

/// BLAKE2b-256 over the previous hash, the sequence and the canonical entry.
QByteArray chainHash(QByteArrayView previous, qint64 sequence, const ChainedEntry &entry);

/// The first bytes of a hash, which checkpoints keep of every entry: they say where a chain was changed, the whole hash
/// says that it was.
inline constexpr qsizetype kMarkBytes = 4;

QByteArray blake2b(QByteArrayView bytes); ///< 256 bits

} // namespace countersign
