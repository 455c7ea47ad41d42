// The keys that personal data depends on. They come from a file outside the database.
#pragma once

#include "core/application/PersonId.h"
#include "server/privacy/Seal.h"

#include <map>

namespace countersign {

/// By what a person can be found without anybody reading who it is.
enum class LookupKind { NationalId, Email, Phone };

/// Master keys wrap the keys of persons: the first of them wraps, each of them unwraps. The lookup key makes the hashes that
/// people are found by; it stays the same for the life of the database.
class KeyRing {
public:
    static constexpr qsizetype kHashBytes = 16;

    /// Lines `lookup HEX` (exactly one) and `key NUMBER HEX` (at least one), 32 bytes each; `#` begins a comment. Invalid
    /// (`bad_privacy_keys`) with the number of the wrong line, never with its content.
    static Result<KeyRing> parse(const QByteArray &text);
    /// Opens nothing and must not seal: for work that meets no person.
    static KeyRing withoutKeys() { return KeyRing(SecretKey::random()); }
    /// The text of a ring with one new master key.
    static QByteArray makeText();
    /// `text` with a new master key before all others; its number is the next one. Invalid as parse().
    static Result<QByteArray> withNewKey(const QByteArray &text);

    quint32 currentNumber() const { return m_current; }
    QList<quint32> numbers() const;

    QByteArray wrap(TenantId tenant, PersonId person, const SecretKey &key) const;
    /// Unavailable (`privacy_key_missing`) naming the number when the ring does not hold the master key.
    Result<SecretKey> unwrap(TenantId tenant, PersonId person, QByteArrayView wrapped) const;

    /// Keyed BLAKE2b-128 under a key derived for tenant and kind. `text` is the normal form of core/application/PersonLookup.h.
    QByteArray lookupHash(TenantId tenant, LookupKind kind, const QString &text) const;

    /// The secret number `generation` that a receiver of webhooks shares with this installation: derived when it is needed and
    /// kept nowhere. 32 bytes.
    QByteArray webhookSecret(TenantId tenant, const QUuid &webhook, int generation) const;

    /// A value that proves, when it opens later, that a key is still the same one; number 0 is the lookup key.
    QByteArray proofOf(quint32 number) const;
    bool isProof(quint32 number, QByteArrayView proof) const;

private:
    explicit KeyRing(SecretKey lookup) : m_lookup(std::move(lookup)) {}
    const SecretKey *find(quint32 number) const;

    SecretKey m_lookup;
    std::map<quint32, SecretKey> m_masters;
    quint32 m_current = 0;
};

} // namespace countersign
