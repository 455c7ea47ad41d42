#include "server/service/ApiKeyService.h"

#include "server/auth/ApiKeyStore.h"

namespace countersign {

namespace {

QList<FieldError> faultsOf(const api::ApiKeyCreate &request, Instant now)
{
    QList<FieldError> faults;
    for (qsizetype i = 0; i < request.scopes.size(); ++i) {
        const QString path = QStringLiteral("scopes[%1]").arg(i);
        if (!permissionsOf(Role::ApiConsumer).contains(request.scopes[i]))
            faults.append(
                {path, QStringLiteral("not_allowed"), QStringLiteral("an integration cannot have this permission")});
        else if (request.scopes.indexOf(request.scopes[i]) != i)
            faults.append({path, QStringLiteral("duplicate"), QStringLiteral("is there already")});
    }
    if (request.expiresAt && *request.expiresAt <= now)
        faults.append(
            {QStringLiteral("expires_at"), QStringLiteral("must_be_in_future"), QStringLiteral("has passed")});
    return faults;
}

QJsonObject recordOf(const api::ApiKeyInfo &key)
{
    return {{QStringLiteral("name"), key.name},
            {QStringLiteral("prefix"), key.prefix},
            {QStringLiteral("scopes"), Codec<QList<Permission>>::write(key.scopes)}};
}

} // namespace

Result<api::ApiKeyCreated> ApiKeyService::create(const Actor &actor, const api::ApiKeyCreate &request) const
{
    if (!actor.user)
        return Error{ErrorCode::Forbidden, QStringLiteral("forbidden"), QStringLiteral("only a person makes keys"), {}};
    for (const Permission scope : request.scopes)
        if (permissionsOf(Role::ApiConsumer).contains(scope) && !actor.permissions.contains(scope))
            return Error{ErrorCode::Forbidden, QStringLiteral("beyond_own_rights"),
                         QStringLiteral("a key cannot have the permission %1, which its maker does not have").arg(toText(scope)), {}};
    return UnitOfWork::run<api::ApiKeyCreated>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::ApiKeyCreated> {
        if (const auto faults = faultsOf(request, unit.now()); !faults.isEmpty())
            return Error{ErrorCode::Invalid, QStringLiteral("validation_failed"),
                         QStringLiteral("The request has wrong fields; see errors."), faults};
        const ApiKeyText text = ApiKeyText::make();
        const api::ApiKeyInfo key{ApiKeyId::make(unit.now()),
                                  request.name,
                                  QString::fromLatin1(text.prefix()),
                                  request.scopes,
                                  request.requestsPerSecond,
                                  unit.now(),
                                  {},
                                  request.expiresAt,
                                  {}};
        if (auto stored = ApiKeyStore(unit.transaction(), unit.tenant()).insert(key, text, *actor.user); !stored)
            return stored.error();
        unit.audit({"api_key", key.id.uuid(), "created", {}, recordOf(key)});
        return api::ApiKeyCreated{key.id, QString::fromLatin1(text.text()), key.prefix, key.createdAt};
    });
}

Result<Page<api::ApiKeyInfo>> ApiKeyService::list(const Actor &actor, const api::ApiKeyQuery &query) const
{
    return UnitOfWork::run<Page<api::ApiKeyInfo>>(
        m_context, actor, [&](UnitOfWork &unit) -> Result<Page<api::ApiKeyInfo>> {
            ApiKeyStore store(unit.transaction(), unit.tenant());
            const auto keys = store.list(query);
            if (!keys)
                return keys.error();
            const auto total = store.count();
            if (!total)
                return total.error();
            return Page<api::ApiKeyInfo>{*keys, *total, true, query.page, query.pageSize, {}};
        });
}

Result<void> ApiKeyService::revoke(const Actor &actor, ApiKeyId id) const
{
    const auto revoked = UnitOfWork::run<bool>(m_context, actor, [&](UnitOfWork &unit) -> Result<bool> {
        const auto key = ApiKeyStore(unit.transaction(), unit.tenant()).revoke(id, unit.now());
        if (!key)
            return key.error();
        if (!key->prefix.isEmpty())
            unit.audit({"api_key",
                        id.uuid(),
                        "revoked",
                        {},
                        {{QStringLiteral("name"), key->name}, {QStringLiteral("prefix"), key->prefix}}});
        return true;
    });
    return revoked ? Result<void>() : Result<void>(revoked.error());
}

} // namespace countersign
