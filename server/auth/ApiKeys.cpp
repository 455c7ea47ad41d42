#include "server/auth/ApiKeys.h"

namespace countersign {

namespace {

constexpr std::chrono::milliseconds kBelieved{900};

Error invalidKey()
{
    return {ErrorCode::Unauthenticated,
            QStringLiteral("invalid_api_key"),
            QStringLiteral("the API key is not accepted"),
            {}};
}

} // namespace

ApiKeys::Key ApiKeys::keyOf(const Query &row)
{
    Key key;
    key.principal.tenantId = row.get<TenantId>("tenant_id");
    key.principal.apiKey = row.get<ApiKeyId>("id");
    key.principal.role = Role::ApiConsumer;
    key.principal.permissions = PermissionSet::fromTexts(row.get<QStringList>("scopes"));
    key.principal.requestsPerSecond = row.get<std::optional<int>>("requests_per_second");
    key.expiresAt = row.get<std::optional<Instant>>("expires_at");
    return key;
}

Result<Principal> ApiKeys::admit(const Key &key) const
{
    return key.expiresAt && *key.expiresAt <= m_clock.now() ? Result<Principal>(invalidKey())
                                                            : Result<Principal>(key.principal);
}

Result<Principal> ApiKeys::verifyInMemory(QByteArrayView text) const
{
    const auto key = ApiKeyText::parse(text);
    if (!key)
        return invalidKey();
    const std::lock_guard lock(m_mutex);
    if (m_clock.now() - m_readAt > kBelieved)
        return Error{ErrorCode::Unavailable,
                     QStringLiteral("api_keys_unread"),
                     QStringLiteral("the API keys were not read in time"),
                     {}};
    const auto known = m_keys.constFind(key->hash());
    return known == m_keys.constEnd() ? Result<Principal>(invalidKey()) : admit(*known);
}

Result<Principal> ApiKeys::verify(QByteArrayView text)
{
    const auto key = ApiKeyText::parse(text);
    if (!key)
        return invalidKey();
    Result<Principal> principal = verifyInMemory(text);
    if (!principal)
        principal = find(*key);
    if (principal) {
        const std::lock_guard lock(m_mutex);
        m_uses.insert(*principal->apiKey, m_clock.now());
    }
    return principal;
}

Result<Principal> ApiKeys::find(const ApiKeyText &text) const
{
    Query query = Query::alone(m_database, "api_key/find");
    if (auto found = query.bind("secret_hash", text.hash()).exec(); !found)
        return found.error();
    return query.next() ? admit(keyOf(query)) : Result<Principal>(invalidKey());
}

Result<void> ApiKeys::refresh()
{
    const Instant began = m_clock.now();
    Query query = Query::alone(m_database, "api_key/find");
    if (auto found = query.exec(); !found)
        return found;
    QHash<QByteArray, Key> keys;
    while (query.next())
        keys.insert(query.get<QByteArray>("secret_hash"), keyOf(query));
    const std::lock_guard lock(m_mutex);
    m_keys = std::move(keys);
    m_readAt = began;
    return {};
}

Result<void> ApiKeys::recordUses()
{
    QHash<ApiKeyId, Instant> uses;
    {
        const std::lock_guard lock(m_mutex);
        uses.swap(m_uses);
    }
    if (uses.isEmpty())
        return {};
    QJsonArray rows;
    for (auto use = uses.constBegin(); use != uses.constEnd(); ++use)
        rows.append(
            QJsonObject{{QStringLiteral("id"), use.key().toString()}, {QStringLiteral("used_at"), toIso(use.value())}});
    Query query = Query::alone(m_database, "api_key/record_uses");
    return query.bind("rows", rows).exec();
}

} // namespace countersign
