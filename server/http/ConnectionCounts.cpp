#include "server/http/ConnectionCounts.h"

#include <QtEndian>

namespace countersign {

quint64 ConnectionCounts::keyOf(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    if (isV4)
        return v4; // no IPv6 network in use begins with 32 zero bits
    const Q_IPV6ADDR v6 = address.toIPv6Address();
    return qFromBigEndian<quint64>(&v6);
}

Result<> ConnectionCounts::add(quint64 key)
{
    if (m_total >= m_limits.connections)
        return Error{ErrorCode::Unavailable, QStringLiteral("too_many_connections"), {}, {}};
    const Share share = m_shares.value(key);
    if (share.all >= m_limits.connectionsPerAddress || share.unauthenticated >= m_limits.unauthenticatedPerAddress)
        return Error{ErrorCode::TooManyRequests, QStringLiteral("too_many_connections"),
                     QStringLiteral("this address has too many connections"), {}};
    m_shares.insert(key, {share.all + 1, share.unauthenticated + 1});
    ++m_total;
    return {};
}

void ConnectionCounts::authenticate(quint64 key)
{
    --m_shares[key].unauthenticated;
}

void ConnectionCounts::remove(quint64 key, bool wasAuthenticated)
{
    Share &share = m_shares[key];
    --share.all;
    if (!wasAuthenticated)
        --share.unauthenticated;
    if (share.all == 0)
        m_shares.remove(key);
    --m_total;
}

} // namespace countersign
