// Who calls with an API key: the keys that are good, kept in memory and read again and again.
#pragma once

#include "core/base/Clock.h"
#include "server/auth/ApiKeyText.h"
#include "server/auth/Principal.h"
#include "server/db/Query.h"

#include <QHash>

#include <mutex>

namespace countersign {

/// What was read is believed for less than a second: so fast a revocation takes effect on every daemon. May be used by all
/// threads.
class ApiKeys {
public:
    /// Both must outlive this. `clock` is the real one.
    ApiKeys(Database &database, const Clock &clock) : m_database(database), m_clock(clock) {}

    /// Unauthenticated (`invalid_api_key`) for all that is no key, revoked, expired, or of a closed tenant. Asks the database
    /// only for what memory does not know.
    Result<Principal> verify(QByteArrayView text);

    /// Never asks the database, for the event loop: Unavailable while what was read is too old to be believed.
    Result<Principal> verifyInMemory(QByteArrayView text) const;

    /// Whether the key is one that was good a moment ago.
    bool knows(QByteArrayView text) const { return verifyInMemory(text).ok(); }

    Result<void> refresh();    ///< to be called twice a second
    Result<void> recordUses(); ///< to be called once a minute

private:
    struct Key {
        Principal principal;
        std::optional<Instant> expiresAt;
    };
    static Key keyOf(const Query &row);
    Result<Principal> admit(const Key &key) const;
    Result<Principal> find(const ApiKeyText &text) const;

    Database &m_database;
    const Clock &m_clock;
    mutable std::mutex m_mutex;
    QHash<QByteArray, Key> m_keys; ///< by hash
    Instant m_readAt{};
    QHash<ApiKeyId, Instant> m_uses; ///< not yet recorded
};

} // namespace countersign
