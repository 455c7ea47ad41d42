// The rows of the tables of sessions.
#pragma once

#include "core/api/AuthDtos.h"
#include "server/auth/RefreshToken.h"
#include "server/db/Transaction.h"

namespace countersign {

struct SessionRules {
    std::chrono::seconds idle{30 * 60};
    std::chrono::seconds absolute{12 * 3600};
    std::chrono::seconds grace{10}; ///< in which the token before the last one is still taken: an answer may be lost
};

struct SessionRow {
    SessionId id;
    TenantId tenant;
    UserId user;
    QByteArray tokenHash;
    QByteArray previousHash;
    QByteArray familyKey;
    Instant rotatedAt;
    Instant expiresAt;

    bool isOver(Instant now, const SessionRules &rules) const
    {
        return now >= expiresAt || now - rotatedAt >= rules.idle;
    }
};

class Sessions {
public:
    explicit Sessions(Transaction &transaction) : m_transaction(transaction) {}

    struct Client {
        QString address;
        QString userAgent; ///< cut to what the table holds
    };
    /// Of `row` the hash before and the time of rotation do not count.
    Result<void> create(const SessionRow &row, const Client &client, Instant now);

    /// The session of that id, for the rest of the transaction; nothing when it has ended.
    Result<std::optional<SessionRow>> lock(SessionId id);

    Result<void> rotate(const RefreshToken &next, Instant now);
    /// For the predecessor that came again: it stays the predecessor, and its time goes on.
    Result<void> rotateAgain(const RefreshToken &next);

    /// Ending revokes the access tokens of the session (a trigger says so to all daemons).
    Result<void> end(SessionId id, Instant now);

    struct Of {
        TenantId tenant;
        UserId user;
        std::optional<SessionId> except;
        std::optional<SessionId> only;
    };
    /// The sessions that were ended.
    Result<QList<SessionId>> endAll(const Of &which, Instant now);

    /// Those that can still be refreshed.
    Result<QList<api::SessionItem>> listOf(const Of &which, Instant now, const SessionRules &rules);

private:
    Transaction &m_transaction;
};

} // namespace countersign
