#include "server/auth/AccessTokens.h"

#include "server/auth/Base64Url.h"
#include "server/auth/FlatJson.h"

#include <sodium.h>

#include <mutex>

namespace countersign {

namespace {

using std::chrono::seconds;

constexpr qsizetype kLongestToken = 2048;
constexpr qsizetype kClaims = 12;

QByteArray headerOf(const TokenKey &key)
{
    return R"({"alg":"HS256","kid":")" + key.id + R"(","typ":"at+jwt"})";
}

QByteArray signatureOf(const TokenKey &key, QByteArrayView message)
{
    QByteArray signature(crypto_auth_hmacsha256_BYTES, Qt::Uninitialized);
    crypto_auth_hmacsha256(reinterpret_cast<uchar *>(signature.data()), reinterpret_cast<const uchar *>(message.data()),
                           std::size_t(message.size()), reinterpret_cast<const uchar *>(key.secret.constData()));
    return signature;
}

bool signatureIsGood(const TokenKey &key, QByteArrayView message, QByteArrayView signature)
{
    return signature.size() == qsizetype(crypto_auth_hmacsha256_BYTES)
        && crypto_auth_hmacsha256_verify(reinterpret_cast<const uchar *>(signature.data()),
                                         reinterpret_cast<const uchar *>(message.data()), std::size_t(message.size()),
                                         reinterpret_cast<const uchar *>(key.secret.constData()))
        == 0;
}

qint64 secondsOf(Instant instant)
{
    return std::chrono::floor<seconds>(instant.time_since_epoch()).count();
}

QByteArray member(const char *name, const QByteArray &text)
{
    return QByteArray(",\"") + name + "\":\"" + text + '"';
}

QByteArray member(const char *name, qint64 number)
{
    return QByteArray(",\"") + name + "\":" + QByteArray::number(number);
}

/// Reads the claims one by one; after the first that is missing or wrong, `isGood` stays false.
class ClaimReader {
public:
    explicit ClaimReader(const FlatJson &claims) : m_claims(claims) {}

    QString text(const char *name)
    {
        const auto *value = find<QString>(name);
        return value ? *value : QString();
    }
    qint64 number(const char *name)
    {
        const auto *value = find<qint64>(name);
        return value ? *value : 0;
    }
    template <class AnyId>
    AnyId id(const char *name)
    {
        const QString written = text(name);
        const auto parsed = AnyId::parse(written);
        // One way to write an id: lower case, with hyphens, without braces.
        isGood = isGood && parsed && parsed->toString() == written;
        return parsed.value_or(AnyId());
    }

    bool isGood = true;

private:
    template <class T>
    const T *find(const char *name)
    {
        const auto found = m_claims.constFind(QLatin1String(name));
        const T *value = found == m_claims.cend() ? nullptr : std::get_if<T>(&*found);
        isGood = isGood && value;
        return value;
    }
    const FlatJson &m_claims;
};

bool isKeyId(const QByteArray &id)
{
    return !id.isEmpty() && id.size() <= 32 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

Result<void> checkKeys(const QList<TokenKey> &keys)
{
    QByteArrayList ids;
    const auto isGood = [&ids](const TokenKey &key) {
        const bool isNew = !ids.contains(key.id);
        ids.append(key.id);
        return isNew && isKeyId(key.id) && key.secret.size() == qsizetype(crypto_auth_hmacsha256_KEYBYTES);
    };
    if (sodium_init() >= 0 && !keys.isEmpty() && std::all_of(keys.begin(), keys.end(), isGood))
        return {};
    return Error{ErrorCode::Invalid, QStringLiteral("bad_token_key"),
                 QStringLiteral("a token key needs a name of its own and exactly 32 bytes"), {}};
}

Error refused(const char *reason)
{
    return {ErrorCode::Unauthenticated, QLatin1String(reason), QStringLiteral("the access token is not accepted"), {}};
}

} // namespace

class AccessTokens::KeyRing {
public:
    explicit KeyRing(const QList<TokenKey> &keys) : m_keys(keys) {}
    QList<TokenKey> current() const
    {
        const std::lock_guard lock(m_mutex);
        return m_keys;
    }
    void replace(const QList<TokenKey> &keys)
    {
        const std::lock_guard lock(m_mutex);
        m_keys = keys;
    }

private:
    mutable std::mutex m_mutex;
    QList<TokenKey> m_keys;
};

AccessTokens::AccessTokens(TokenSettings settings, const Clock &securityClock)
    : m_settings(std::move(settings)), m_keys(std::make_shared<KeyRing>(m_settings.keys)), m_clock(&securityClock)
{
}

Result<AccessTokens> AccessTokens::make(TokenSettings settings, const Clock &securityClock)
{
    if (auto checked = checkKeys(settings.keys); !checked)
        return checked.error();
    return AccessTokens(std::move(settings), securityClock);
}

Result<void> AccessTokens::replaceKeys(const QList<TokenKey> &keys)
{
    if (auto checked = checkKeys(keys); !checked)
        return checked;
    m_keys->replace(keys);
    return {};
}

QByteArray AccessTokens::issue(const Principal &principal, Instant notAfter) const
{
    const qint64 now = secondsOf(m_clock->now());
    const qint64 expires = std::min(now + qint64(m_settings.lifetime.count()), secondsOf(notAfter));
    const TokenKey key = m_keys->current().first();
    QByteArray claims = "{\"iss\":\"" + m_settings.issuer + '"';
    claims += member("aud", m_settings.audience);
    claims += member("sub", principal.userId.toString().toLatin1());
    claims += member("tenant", principal.tenantId.toString().toLatin1());
    claims += member("sid", principal.sessionId.toString().toLatin1());
    claims += member("role", toText(principal.role).toLatin1());
    claims += member("permissions", principal.permissions.toTexts().join(QLatin1Char(' ')).toLatin1());
    claims += member("authz_version", principal.authzVersion);
    claims += member("scope", toText(principal.scope).toLatin1());
    claims += member("iat", now) + member("nbf", now) + member("exp", expires) + '}';
    const QByteArray message = toBase64Url(headerOf(key)) + '.' + toBase64Url(claims);
    return message + '.' + toBase64Url(signatureOf(key, message));
}

std::optional<TokenKey> AccessTokens::keyOfHeader(QByteArrayView header) const
{
    for (const TokenKey &key : m_keys->current())
        if (header == toBase64Url(headerOf(key)))
            return key;
    return std::nullopt;
}

Result<Principal> AccessTokens::verify(QByteArrayView token) const
{
    const qsizetype firstDot = token.indexOf('.');
    const qsizetype lastDot = token.lastIndexOf('.');
    if (token.size() > kLongestToken || firstDot <= 0 || lastDot == firstDot)
        return refused("invalid_token");
    // The header is compared with the ones we write: no algorithm is ever chosen by the token.
    const std::optional<TokenKey> key = keyOfHeader(token.first(firstDot));
    const auto payload = fromBase64Url(token.sliced(firstDot + 1, lastDot - firstDot - 1));
    const auto signature = fromBase64Url(token.sliced(lastDot + 1));
    if (!key || !payload || !signature || !signatureIsGood(*key, token.first(lastDot), *signature))
        return refused("invalid_token");

    const std::optional<FlatJson> claims = readFlatJson(*payload);
    if (!claims || claims->size() != kClaims)
        return refused("invalid_token");
    ClaimReader reader(*claims);
    Principal principal;
    principal.userId = reader.id<UserId>("sub");
    principal.tenantId = reader.id<TenantId>("tenant");
    principal.sessionId = reader.id<SessionId>("sid");
    principal.authzVersion = int(reader.number("authz_version"));
    const std::optional<Role> role = fromText<Role>(reader.text("role"));
    const std::optional<TokenScope> scope = fromText<TokenScope>(reader.text("scope"));
    const QString written = reader.text("permissions");
    principal.permissions = PermissionSet::fromTexts(written.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    const qint64 issued = reader.number("iat");
    const qint64 notBefore = reader.number("nbf");
    const qint64 expires = reader.number("exp");
    const bool isOurs = reader.text("iss") == QLatin1String(m_settings.issuer)
        && reader.text("aud") == QLatin1String(m_settings.audience);
    const bool isWhole = principal.permissions.toTexts().join(QLatin1Char(' ')) == written;
    const bool livesTooLong = expires <= issued || expires - issued > m_settings.lifetime.count();
    if (!reader.isGood || !role || !scope || !isOurs || !isWhole || livesTooLong)
        return refused("invalid_token");
    principal.role = *role;
    principal.scope = *scope;

    const qint64 now = secondsOf(m_clock->now());
    const qint64 skew = m_settings.skew.count();
    if (notBefore > now + skew || issued > now + skew)
        return refused("invalid_token");
    if (now >= expires)
        return refused("token_expired");
    return principal;
}

} // namespace countersign
