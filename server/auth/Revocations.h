// What this daemon knows of sessions and rights that ended before their access tokens.
#pragma once

#include "core/base/Clock.h"
#include "server/auth/Principal.h"

#include <QByteArrayView>
#include <QHash>
#include <QSet>

#include <mutex>

namespace countersign {

/// Kept in memory, fed by RevocationFeed. All functions may be called from every thread.
class Revocations {
public:
    enum class Standing {
        Good,
        Revoked,
        Unknown, ///< nothing is known against it, but the news may not have arrived: ask the database
    };

    struct Known {
        QSet<SessionId> sessions;
        QHash<UserId, int> versions; ///< tokens with a lower one are no good
    };

    /// After `patience` without news it is Unknown whether there is any.
    explicit Revocations(const Clock &clock, Duration patience = std::chrono::seconds(15))
        : m_clock(clock), m_patience(patience)
    {
    }

    Standing of(const Principal &principal) const;

    /// Everything that is in the table: this daemon hears again.
    void replaceAll(Known known);
    /// `session ID` or `user ID VERSION`, as the table's trigger sends it; false for anything else.
    bool add(QByteArrayView notice);
    /// The connection is lost.
    void goDeaf();

private:
    const Clock &m_clock;
    const Duration m_patience;
    mutable std::mutex m_mutex;
    Known m_known;
    std::optional<Instant> m_heard; ///< nothing: deaf
};

} // namespace countersign
