// Access tokens: JSON Web Tokens in exactly one form (HS256, fixed header, fixed claims); every other form
// is refused.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "server/auth/Principal.h"

#include <QByteArray>
#include <QList>

#include <memory>

namespace countersign {

struct TokenKey {
    QByteArray id;     ///< `kid`: letters, digits, `-` and `_`
    QByteArray secret; ///< 32 bytes
};

struct TokenSettings {
    QByteArray issuer = QByteArrayLiteral("countersign");
    QByteArray audience = QByteArrayLiteral("countersign-api");
    std::chrono::seconds lifetime{600};
    std::chrono::seconds skew{5}; ///< between the clocks of two daemons
    QList<TokenKey> keys;         ///< the first signs, all of them verify
};

class AccessTokens {
public:
    /// Invalid (`bad_token_key`) when there is no key, or one has another length than 32 bytes.
    static Result<AccessTokens> make(TokenSettings settings, const Clock &securityClock);

    /// A token of the usual lifetime, or a shorter one that is over at `notAfter`.
    QByteArray issue(const Principal &principal, Instant notAfter = Instant::max()) const;

    /// Unauthenticated, always with the same reason `invalid_token`, but `token_expired` for a token that is
    /// good in all but its time.
    Result<Principal> verify(QByteArrayView token) const;

    /// Rotation, while other threads issue and verify. Invalid as make(); then nothing changes.
    Result<void> replaceKeys(const QList<TokenKey> &keys);

    std::chrono::seconds lifetime() const { return m_settings.lifetime; }

private:
    AccessTokens(TokenSettings settings, const Clock &securityClock);
    std::optional<TokenKey> keyOfHeader(QByteArrayView header) const;

    class KeyRing;
    TokenSettings m_settings; ///< its keys are those of the beginning
    std::shared_ptr<KeyRing> m_keys;
    const Clock *m_clock;
};

} // namespace countersign
