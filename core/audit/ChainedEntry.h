// An entry of the record as it is chained: every column, in one exact form.
#pragma once

#include "core/base/Id.h"

#include <QByteArray>

#include <optional>

namespace countersign {

struct ChainedEntry {
    TenantId tenant;
    QUuid id;
    QByteArray entityType;
    QUuid entityId;
    QByteArray action;
    QByteArray actorType;
    std::optional<QUuid> actorId;
    std::optional<QByteArray> address;
    std::optional<QUuid> requestId;
    std::optional<QByteArray> oldValue; ///< as jsonb prints itself: members in one order, one form of white space
    std::optional<QByteArray> newValue;
    std::optional<QByteArray> diff;
    Instant occurredAt;
};

/// A link of the chain with what it leads to.
struct ChainRow {
    qint64 sequence = 0;
    QUuid entryId;
    QByteArray hash;
    std::optional<ChainedEntry> entry; ///< nothing: the entry is gone
};

/// The bytes that the chain covers, version 1: one byte 1, then each member in the order above, as its length in four bytes,
/// most significant first, and its bytes. Ids are 16 bytes (RFC 4122), the time is microseconds since 1970 in eight bytes,
/// most significant first, texts are UTF-8; a member that is missing has the length ffffffff and no bytes.
QByteArray canonicalBytes(const ChainedEntry &entry);

/// Builds such forms; the length before each part keeps two different lists of parts from giving the same bytes.
class CanonicalWriter {
public:
    explicit CanonicalWriter(char version) : m_bytes(1, version) {}
    CanonicalWriter &add(QByteArrayView part);
    CanonicalWriter &add(const QUuid &id) { return add(QByteArrayView(id.toRfc4122())); }
    CanonicalWriter &add(qint64 number);
    CanonicalWriter &add(Instant at) { return add(qint64(at.time_since_epoch().count())); }
    template <class T>
    CanonicalWriter &add(const std::optional<T> &part)
    {
        return part ? add(*part) : addMissing();
    }
    const QByteArray &bytes() const { return m_bytes; }

private:
    CanonicalWriter &addMissing();
    QByteArray m_bytes;
};

} // namespace countersign
