#include "server/auth/ApiKeyStore.h"

namespace countersign {

namespace {

QStringList textsOf(const QList<Permission> &scopes)
{
    QStringList texts;
    for (const Permission scope : scopes)
        texts.append(toText(scope));
    return texts;
}

QList<Permission> scopesOf(const QStringList &texts)
{
    QList<Permission> scopes;
    for (const QString &text : texts)
        if (const auto scope = fromText<Permission>(text))
            scopes.append(*scope);
    return scopes;
}

} // namespace

Result<void> ApiKeyStore::insert(const api::ApiKeyInfo &key, const ApiKeyText &text, UserId createdBy)
{
    Query insert = m_transaction.query("api_key/insert");
    return insert.bind("tenant_id", m_tenant)
        .bind("id", key.id)
        .bind("name", key.name)
        .bind("prefix", key.prefix)
        .bind("secret_hash", text.hash())
        .bind("scopes", textsOf(key.scopes))
        .bind("requests_per_second", key.requestsPerSecond)
        .bind("created_by", createdBy)
        .bind("now", key.createdAt)
        .bind("expires_at", key.expiresAt)
        .exec();
}

Result<QList<api::ApiKeyInfo>> ApiKeyStore::list(const api::ApiKeyQuery &query)
{
    Query row = m_transaction.query("api_key/list");
    row.bind("tenant_id", m_tenant).bind("limit", query.pageSize).bind("offset", (query.page - 1) * query.pageSize);
    if (auto done = row.exec(); !done)
        return done.error();
    QList<api::ApiKeyInfo> keys;
    while (row.next())
        keys.append({row.get<ApiKeyId>("id"), row.get<QString>("name"), row.get<QString>("prefix"),
                     scopesOf(row.get<QStringList>("scopes")), row.get<std::optional<int>>("requests_per_second"),
                     row.get<Instant>("created_at"), row.get<std::optional<Instant>>("last_used_at"),
                     row.get<std::optional<Instant>>("expires_at"), row.get<std::optional<Instant>>("revoked_at")});
    return keys;
}

Result<qint64> ApiKeyStore::count()
{
    Query counted = m_transaction.query("api_key/count");
    if (auto done = counted.bind("tenant_id", m_tenant).exec(); !done)
        return done.error();
    counted.next();
    return counted.get<qint64>("total");
}

Result<ApiKeyStore::Revoked> ApiKeyStore::revoke(ApiKeyId id, Instant now)
{
    Query revoke = m_transaction.query("api_key/revoke");
    if (auto done = revoke.bind("tenant_id", m_tenant).bind("id", id).bind("now", now).exec(); !done)
        return done.error();
    if (revoke.next())
        return Revoked{revoke.get<QString>("name"), revoke.get<QString>("prefix")};
    Query exists = m_transaction.query("api_key/exists");
    if (auto done = exists.bind("tenant_id", m_tenant).bind("id", id).exec(); !done)
        return done.error();
    if (exists.next())
        return Revoked{};
    return Error{ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such API key."), {}};
}

} // namespace countersign
