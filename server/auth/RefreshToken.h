// Refresh tokens: a session's id and 256 random bits, opaque to the client; only the hash is stored.
#pragma once

#include "server/auth/Principal.h"

#include <QByteArray>

#include <optional>

namespace countersign {

struct RefreshToken {
    SessionId session;
    QByteArray secret; ///< 32 bytes

    static RefreshToken make(SessionId session);

    /// Nothing for anything but the exact form that toText() writes.
    static std::optional<RefreshToken> parse(QStringView text);
    QString toText() const;

    /// BLAKE2b, 32 bytes. The secret is random, so nothing slow is needed.
    QByteArray hash() const;
};

} // namespace countersign
