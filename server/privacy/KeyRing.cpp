#include "server/privacy/KeyRing.h"

#include <QList>

#include <sodium.h>

namespace countersign {

namespace {

constexpr char kWrappedKey[] = "person_key";
constexpr char kProof[] = "key_proof";
constexpr char kWebhookSecret[] = "countersign: secrets of webhooks, 1";
constexpr std::array kKindTexts{"national_id", "email", "phone"};

Error badKeys(int line, const char *what)
{
    return {ErrorCode::Invalid,
            QStringLiteral("bad_privacy_keys"),
            QStringLiteral("line %1 %2").arg(line).arg(QLatin1String(what)),
            {}};
}

QByteArray hexLine(const QByteArray &name)
{
    QByteArray secret = SecretKey::random().view().toByteArray();
    const QByteArray line = name + ' ' + secret.toHex() + '\n';
    sodium_memzero(secret.data(), std::size_t(secret.size()));
    return line;
}

QByteArray keyedHash(QByteArrayView key, QByteArrayView text, qsizetype bytes)
{
    QByteArray hash(bytes, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<uchar *>(hash.data()), std::size_t(bytes),
                       reinterpret_cast<const uchar *>(text.data()), quint64(text.size()),
                       reinterpret_cast<const uchar *>(key.data()), std::size_t(key.size()));
    return hash;
}

std::optional<SecretKey> keyOf(const QByteArray &hex)
{
    return hex.size() == 2 * SecretKey::kBytes ? SecretKey::fromBytes(QByteArray::fromHex(hex)) : std::nullopt;
}

} // namespace

Result<KeyRing> KeyRing::parse(const QByteArray &text)
{
    if (sodium_init() < 0)
        return Error{ErrorCode::Internal, QStringLiteral("no_sodium"), QStringLiteral("libsodium does not start"), {}};
    std::optional<SecretKey> lookup;
    std::map<quint32, SecretKey> masters;
    quint32 first = 0;
    const QList<QByteArray> lines = text.split('\n');
    for (int i = 0; i < lines.size(); ++i) {
        const QList<QByteArray> words = lines[i].simplified().split(' ');
        if (words[0].isEmpty() || words[0].startsWith('#'))
            continue;
        const auto key = keyOf(words.last());
        const quint32 number = words.size() == 3 ? words[1].toUInt() : 0;
        const bool isLookup = words[0] == "lookup" && words.size() == 2;
        if (!key || !(isLookup || (words[0] == "key" && number > 0)))
            return badKeys(i + 1, "is neither 'lookup HEX' nor 'key NUMBER HEX' with 64 hexadecimal digits");
        if (isLookup ? lookup.has_value() : masters.contains(number))
            return badKeys(i + 1, "names a key a second time");
        if (isLookup) {
            lookup = key;
        } else {
            masters.emplace(number, *key);
            first = first == 0 ? number : first;
        }
    }
    if (!lookup || masters.empty())
        return badKeys(int(lines.size()), "ends a file without a lookup line or without a key line");
    KeyRing ring(*lookup);
    ring.m_masters = std::move(masters);
    ring.m_current = first;
    return ring;
}

QByteArray KeyRing::makeText()
{
    return "# Keys to the personal data in the database. Without this file nobody can read it: keep a copy apart from "
           "the\n"
           "# database's backups. The first key wraps the keys of persons, all of them unwrap. The lookup line never "
           "changes.\n"
        + hexLine("lookup") + hexLine("key 1");
}

Result<QByteArray> KeyRing::withNewKey(const QByteArray &text)
{
    const auto ring = parse(text);
    if (!ring)
        return ring.error();
    QList<QByteArray> lines = text.split('\n');
    const auto firstKey = std::find_if(lines.begin(), lines.end(),
                                       [](const QByteArray &line) { return line.simplified().startsWith("key "); });
    lines.insert(firstKey, hexLine("key " + QByteArray::number(ring->m_masters.rbegin()->first + 1)).trimmed());
    return lines.join('\n');
}

QList<quint32> KeyRing::numbers() const
{
    QList<quint32> numbers;
    for (const auto &[number, key] : m_masters)
        numbers.append(number);
    return numbers;
}

const SecretKey *KeyRing::find(quint32 number) const
{
    const auto found = m_masters.find(number);
    return found == m_masters.end() ? nullptr : &found->second;
}

QByteArray KeyRing::wrap(TenantId tenant, PersonId person, const SecretKey &key) const
{
    return seal(m_masters.at(m_current), m_current, {tenant, person.uuid(), kWrappedKey}, key.view());
}

Result<SecretKey> KeyRing::unwrap(TenantId tenant, PersonId person, QByteArrayView wrapped) const
{
    const quint32 number = keyNumberOf(wrapped).value_or(0);
    const SecretKey *master = find(number);
    if (!master)
        return Error{ErrorCode::Unavailable,
                     QStringLiteral("privacy_key_missing"),
                     QStringLiteral("personal data needs master key %1, which the key file does not hold").arg(number),
                     {}};
    auto bytes = unseal(*master, {tenant, person.uuid(), kWrappedKey}, wrapped);
    if (!bytes)
        return bytes.error();
    const auto key = SecretKey::fromBytes(*bytes);
    sodium_memzero(bytes->data(), std::size_t(bytes->size()));
    return key
        ? Result<SecretKey>(*key)
        : Error{
            ErrorCode::Internal, QStringLiteral("unsealable"), QStringLiteral("a person's key has a wrong length"), {}};
}

QByteArray KeyRing::lookupHash(TenantId tenant, LookupKind kind, const QString &text) const
{
    const QByteArray scope = tenant.uuid().toRfc4122() + kKindTexts[std::size_t(kind)];
    QByteArray derived = keyedHash(m_lookup.view(), scope, SecretKey::kBytes);
    const QByteArray hash = keyedHash(derived, text.toUtf8(), kHashBytes);
    sodium_memzero(derived.data(), std::size_t(derived.size()));
    return hash;
}

QByteArray KeyRing::webhookSecret(TenantId tenant, const QUuid &webhook, int generation) const
{
    const QByteArray scope = kWebhookSecret + tenant.uuid().toRfc4122() + webhook.toRfc4122() + QByteArray::number(generation);
    return keyedHash(m_lookup.view(), scope, SecretKey::kBytes);
}

QByteArray KeyRing::proofOf(quint32 number) const
{
    return seal(number == 0 ? m_lookup : m_masters.at(number), number, {TenantId(), QUuid(), kProof}, kProof);
}

bool KeyRing::isProof(quint32 number, QByteArrayView proof) const
{
    const SecretKey *key = number == 0 ? &m_lookup : find(number);
    return key && unseal(*key, {TenantId(), QUuid(), kProof}, proof).ok();
}

} // namespace countersign
