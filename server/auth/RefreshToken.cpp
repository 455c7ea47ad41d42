#include "server/auth/RefreshToken.h"

#include "server/auth/Base64Url.h"

#include <sodium.h>

namespace countersign {

namespace {

constexpr qsizetype kIdBytes = 16;
constexpr qsizetype kSecretBytes = 32;

} // namespace

RefreshToken RefreshToken::make(SessionId session)
{
    QByteArray secret(kSecretBytes, Qt::Uninitialized);
    randombytes_buf(secret.data(), std::size_t(secret.size()));
    return {session, secret};
}

std::optional<RefreshToken> RefreshToken::parse(QStringView text)
{
    const auto bytes = fromBase64Url(text.toLatin1());
    if (!bytes || bytes->size() != kIdBytes + kSecretBytes)
        return std::nullopt;
    const SessionId session(QUuid::fromRfc4122(bytes->first(kIdBytes)));
    return session.isNull() ? std::nullopt : std::optional(RefreshToken{session, bytes->sliced(kIdBytes)});
}

QString RefreshToken::toText() const
{
    return QString::fromLatin1(toBase64Url(session.uuid().toRfc4122() + secret));
}

QByteArray RefreshToken::hash() const
{
    QByteArray hash(kSecretBytes, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<uchar *>(hash.data()), std::size_t(hash.size()),
                       reinterpret_cast<const uchar *>(secret.constData()), std::size_t(secret.size()), nullptr, 0);
    return hash;
}

} // namespace countersign
