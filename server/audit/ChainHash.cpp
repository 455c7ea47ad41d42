#include "server/audit/ChainHash.h"

#include <sodium.h>

namespace countersign {

QByteArray blake2b(QByteArrayView bytes)
{
    QByteArray hash(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<uchar *>(hash.data()), std::size_t(hash.size()),
                       reinterpret_cast<const uchar *>(bytes.data()), quint64(bytes.size()), nullptr, 0);
    return hash;
}

QByteArray genesisHash(TenantId tenant)
{
    return blake2b("countersign audit chain 1 " + tenant.uuid().toRfc4122());
}

QByteArray chainHash(QByteArrayView previous, qint64 sequence, const ChainedEntry &entry)
{
    CanonicalWriter link(1);
    link.add(previous).add(sequence).add(QByteArrayView(canonicalBytes(entry)));
    return blake2b(link.bytes());
}

} // namespace countersign
