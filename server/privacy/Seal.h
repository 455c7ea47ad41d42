// A value that only the holder of its key can read, and only in the place that it was sealed for.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "server/privacy/SecretKey.h"

namespace countersign {

/// What a sealed value belongs to. All of it is authenticated: a value that was moved to another row, column or tenant does
/// not open.
struct SealPlace {
    TenantId tenant;
    QUuid owner;         ///< the row
    const char *purpose; ///< the column
};

/// XChaCha20-Poly1305 (libsodium, draft-irtf-cfrg-xchacha): one byte version, four bytes number of the key, 24 bytes random
/// nonce, then what was encrypted with its 16 bytes of tag. `keyNumber` is 0 for a person's own key.
QByteArray seal(const SecretKey &key, quint32 keyNumber, const SealPlace &place, QByteArrayView plain);

/// Internal (`unsealable`) when a byte was changed, the place is another one or the key is not the right one; never a part.
Result<QByteArray> unseal(const SecretKey &key, const SealPlace &place, QByteArrayView sealed);

/// The number of the key that `sealed` needs; nothing when this is no sealed value of a known version.
std::optional<quint32> keyNumberOf(QByteArrayView sealed);

} // namespace countersign
