#include "server/auth/AnswerSeal.h"

#include <sodium.h>

#include <cstring>

namespace countersign {

namespace {

constexpr qsizetype kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const uchar *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const uchar *>(array.constData());
}

} // namespace

AnswerSeal::AnswerSeal(const QByteArray &secret, const char *purpose)
    : m_key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES, Qt::Uninitialized)
{
    crypto_generichash(reinterpret_cast<uchar *>(m_key.data()), std::size_t(m_key.size()),
                       reinterpret_cast<const uchar *>(purpose), std::strlen(purpose), bytesOf(secret),
                       std::size_t(secret.size()));
}

QByteArray AnswerSeal::seal(const QByteArray &plain, const QByteArray &place) const
{
    QByteArray sealed(kNonceBytes + plain.size() + kTagBytes, Qt::Uninitialized);
    auto *out = reinterpret_cast<uchar *>(sealed.data());
    randombytes_buf(out, std::size_t(kNonceBytes));
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + kNonceBytes, nullptr, bytesOf(plain), std::size_t(plain.size()),
                                               bytesOf(place), std::size_t(place.size()), nullptr, out, bytesOf(m_key));
    return sealed;
}

std::optional<QByteArray> AnswerSeal::open(const QByteArray &sealed, const QByteArray &place) const
{
    if (sealed.size() < kNonceBytes + kTagBytes)
        return std::nullopt;
    QByteArray plain(sealed.size() - kNonceBytes - kTagBytes, Qt::Uninitialized);
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        reinterpret_cast<uchar *>(plain.data()), nullptr, nullptr, bytesOf(sealed) + kNonceBytes,
        std::size_t(sealed.size() - kNonceBytes), bytesOf(place), std::size_t(place.size()), bytesOf(sealed),
        bytesOf(m_key));
    return opened == 0 ? std::optional(plain) : std::nullopt;
}

} // namespace countersign
