// How many connections there are, in all and for each address, and whether one more is allowed.
#pragma once

#include "core/base/Result.h"
#include "server/http/HttpLimits.h"

#include <QHash>
#include <QHostAddress>

namespace countersign {

class ConnectionCounts {
public:
    explicit ConnectionCounts(const HttpLimits &limits) : m_limits(limits) {}

    /// IPv4 (also when mapped into IPv6) by address, IPv6 by its /64.
    static quint64 keyOf(const QHostAddress &address);

    /// Every connection begins unauthenticated. Unavailable when the daemon is full, TooManyRequests when
    /// the address has its share.
    Result<> add(quint64 key);
    void authenticate(quint64 key);
    void remove(quint64 key, bool wasAuthenticated);

    int total() const { return m_total; }

private:
    struct Share {
        int all = 0;
        int unauthenticated = 0;
    };

    const HttpLimits &m_limits;
    int m_total = 0;
    QHash<quint64, Share> m_shares;
};

} // namespace countersign
