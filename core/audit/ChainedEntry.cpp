#include "core/audit/ChainedEntry.h"

#include <QtEndian>

namespace countersign {

namespace {

constexpr char kVersion = 1;
constexpr quint32 kMissing = 0xffffffff;

template <class T>
QByteArray bigEndian(T number)
{
    QByteArray bytes(sizeof number, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

} // namespace

CanonicalWriter &CanonicalWriter::add(QByteArrayView part)
{
    m_bytes += bigEndian(quint32(part.size()));
    m_bytes.append(part.data(), part.size());
    return *this;
}

CanonicalWriter &CanonicalWriter::add(qint64 number)
{
    return add(QByteArrayView(bigEndian(number)));
}

CanonicalWriter &CanonicalWriter::addMissing()
{
    m_bytes += bigEndian(kMissing);
    return *this;
}

QByteArray canonicalBytes(const ChainedEntry &entry)
{
    CanonicalWriter writer(kVersion);
    writer.add(entry.tenant.uuid())
        .add(entry.id)
        .add(QByteArrayView(entry.entityType))
        .add(entry.entityId)
        .add(QByteArrayView(entry.action))
        .add(QByteArrayView(entry.actorType))
        .add(entry.actorId)
        .add(entry.address)
        .add(entry.requestId)
        .add(entry.oldValue)
        .add(entry.newValue)
        .add(entry.diff)
        .add(entry.occurredAt);
    return writer.bytes();
}

} // namespace countersign
