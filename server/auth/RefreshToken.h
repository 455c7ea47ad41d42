// Refresh tokens: a session's id and 256 random bits, opaque to the client; only the hash is stored.
#pragma once

#include "core/access/SessionId.h"

#include <QByteArray>

#include <optional>

namespace countersign {

/// Each token also carries a mark made with a key of its session, the family key. By it the session recognises every token
/// it ever gave out without keeping one of them: a spent one tells of a theft, an invented one of nothing. The family key
/// alone makes no token that is good.
struct RefreshToken {
    SessionId session;
    QByteArray secret; ///< 32 bytes
    QByteArray mark;   ///< 16 bytes

    static QByteArray makeFamilyKey(); ///< 32 bytes
    static RefreshToken make(SessionId session, const QByteArray &familyKey);

    /// Nothing for anything but the exact form that toText() writes.
    static std::optional<RefreshToken> parse(QStringView text);
    QString toText() const;

    /// Whether the session with this key gave it out, however long ago.
    bool isOfFamily(const QByteArray &familyKey) const;

    /// BLAKE2b, 32 bytes. The secret is random, so nothing slow is needed.
    QByteArray hash() const;
    /// In constant time; false for a stored hash that is none.
    bool hasHash(const QByteArray &stored) const;
};

} // namespace countersign
