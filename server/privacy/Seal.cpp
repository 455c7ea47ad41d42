#include "server/privacy/Seal.h"

#include <QtEndian>

#include <sodium.h>

namespace countersign {

namespace {

constexpr char kVersion = 1;
constexpr qsizetype kHeaderBytes = 5;
constexpr qsizetype kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const uchar *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const uchar *>(view.data());
}

QByteArray headerOf(quint32 keyNumber)
{
    QByteArray header(kHeaderBytes, kVersion);
    qToBigEndian(keyNumber, header.data() + 1);
    return header;
}

QByteArray associatedData(QByteArrayView header, const SealPlace &place)
{
    return header.toByteArray() + place.tenant.uuid().toRfc4122() + place.owner.toRfc4122() + place.purpose;
}

Error unsealable()
{
    return {ErrorCode::Internal,
            QStringLiteral("unsealable"),
            QStringLiteral("a sealed value does not open: it was changed, or the key is another one"),
            {}};
}

} // namespace

QByteArray seal(const SecretKey &key, quint32 keyNumber, const SealPlace &place, QByteArrayView plain)
{
    QByteArray sealed = headerOf(keyNumber);
    const QByteArray bound = associatedData(sealed, place);
    sealed.resize(kHeaderBytes + kNonceBytes + plain.size() + kTagBytes);
    uchar *nonce = reinterpret_cast<uchar *>(sealed.data()) + kHeaderBytes;
    randombytes_buf(nonce, std::size_t(kNonceBytes));
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + kNonceBytes, nullptr, bytesOf(plain), quint64(plain.size()),
                                               bytesOf(bound), quint64(bound.size()), nullptr, nonce, key.data());
    return sealed;
}

Result<QByteArray> unseal(const SecretKey &key, const SealPlace &place, QByteArrayView sealed)
{
    if (!keyNumberOf(sealed))
        return unsealable();
    const QByteArray bound = associatedData(sealed.first(kHeaderBytes), place);
    const QByteArrayView nonce = sealed.sliced(kHeaderBytes, kNonceBytes);
    const QByteArrayView encrypted = sealed.sliced(kHeaderBytes + kNonceBytes);
    QByteArray plain(encrypted.size() - kTagBytes, Qt::Uninitialized);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<uchar *>(plain.data()), nullptr, nullptr,
                                                   bytesOf(encrypted), quint64(encrypted.size()), bytesOf(bound),
                                                   quint64(bound.size()), bytesOf(nonce), key.data())
        != 0)
        return unsealable();
    return plain;
}

std::optional<quint32> keyNumberOf(QByteArrayView sealed)
{
    if (sealed.size() < kHeaderBytes + kNonceBytes + kTagBytes || sealed[0] != kVersion)
        return std::nullopt;
    return qFromBigEndian<quint32>(sealed.data() + 1);
}

} // namespace countersign
