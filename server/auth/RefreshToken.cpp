#include "server/auth/RefreshToken.h"

#include "server/auth/Base64Url.h"

#include <sodium.h>

namespace countersign {

namespace {

constexpr qsizetype kIdBytes = 16;
constexpr qsizetype kSecretBytes = 32;
constexpr qsizetype kMarkBytes = 16;
constexpr qsizetype kFamilyKeyBytes = 32;

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    randombytes_buf(bytes.data(), std::size_t(count));
    return bytes;
}

QByteArray blake2b(const QByteArray &bytes, qsizetype size, const QByteArray &key)
{
    QByteArray hash(size, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<uchar *>(hash.data()), std::size_t(size), reinterpret_cast<const uchar *>(bytes.constData()),
                       std::size_t(bytes.size()), key.isEmpty() ? nullptr : reinterpret_cast<const uchar *>(key.constData()),
                       std::size_t(key.size()));
    return hash;
}

bool isSame(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && !a.isEmpty() && sodium_memcmp(a.constData(), b.constData(), std::size_t(a.size())) == 0;
}

QByteArray markOf(const QByteArray &secret, const QByteArray &familyKey)
{
    return blake2b(secret, kMarkBytes, familyKey);
}

} // namespace

QByteArray RefreshToken::makeFamilyKey()
{
    return randomBytes(kFamilyKeyBytes);
}

RefreshToken RefreshToken::make(SessionId session, const QByteArray &familyKey)
{
    const QByteArray secret = randomBytes(kSecretBytes);
    return {session, secret, markOf(secret, familyKey)};
}

std::optional<RefreshToken> RefreshToken::parse(QStringView text)
{
    const auto bytes = fromBase64Url(text.toLatin1());
    if (!bytes || bytes->size() != kIdBytes + kSecretBytes + kMarkBytes)
        return std::nullopt;
    const SessionId session(QUuid::fromRfc4122(bytes->first(kIdBytes)));
    if (session.isNull())
        return std::nullopt;
    return RefreshToken{session, bytes->sliced(kIdBytes, kSecretBytes), bytes->sliced(kIdBytes + kSecretBytes)};
}

QString RefreshToken::toText() const
{
    return QString::fromLatin1(toBase64Url(session.uuid().toRfc4122() + secret + mark));
}

bool RefreshToken::isOfFamily(const QByteArray &familyKey) const
{
    return familyKey.size() == kFamilyKeyBytes && isSame(mark, markOf(secret, familyKey));
}

QByteArray RefreshToken::hash() const
{
    return blake2b(secret, kSecretBytes, {});
}

bool RefreshToken::hasHash(const QByteArray &stored) const
{
    return isSame(hash(), stored);
}

} // namespace countersign
