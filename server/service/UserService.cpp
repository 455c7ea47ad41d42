#include "server/service/UserService.h"

#include "server/auth/OneTimePassword.h"
#include "server/auth/SessionEnd.h"
#include "server/auth/TotpRows.h"
#include "server/repo/TenantRepo.h"
#include "server/repo/UserRepo.h"
#include "server/service/Cursor.h"

namespace countersign {

namespace {

const CursorOrder kOrder{QStringLiteral("users"), CursorKey::Integer};

Error notFound()
{
    return {ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such user."), {}};
}

QJsonObject auditOf(const QString &name, const UserRights &rights)
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("role"), toText(rights.role)},
            {QStringLiteral("grants"), QJsonArray::fromStringList(rights.grants.toTexts())},
            {QStringLiteral("denials"), QJsonArray::fromStringList(rights.denials.toTexts())},
            {QStringLiteral("is_active"), rights.isActive}};
}

/// Whether it is the platform; the tenant stays locked, so that changes of its users come one by one.
Result<bool> lockTenant(UnitOfWork &unit)
{
    const auto tenant = TenantRepo(unit.transaction()).lock(unit.tenant());
    if (!tenant)
        return tenant.error();
    if (!*tenant)
        return Error{ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such tenant."), {}};
    return (*tenant)->slug == QLatin1String(kPlatformSlug);
}

/// The locked user, when he exists, has the version that the caller saw and does not stand above the actor.
Result<api::UserAccount> lockUser(UnitOfWork &unit, UserId id, std::optional<int> version)
{
    const auto locked = UserRepo(unit.transaction(), unit.tenant()).lock(id);
    if (!locked)
        return locked.error();
    if (!*locked)
        return notFound();
    const api::UserAccount &account = **locked;
    if (version && *version != account.version)
        return Error{ErrorCode::Conflict, QStringLiteral("stale_version"),
                     QStringLiteral("The user has version %1.").arg(account.version), {}};
    if (unit.actor().user != id)
        if (auto allowed = checkManages(unit.actor().permissions, rightsOf(account)); !allowed)
            return allowed.error();
    return account;
}

Result<api::UserAccount> reread(UnitOfWork &unit, UserId id)
{
    const auto account = UserRepo(unit.transaction(), unit.tenant()).get(id);
    if (!account)
        return account.error();
    return *account ? Result<api::UserAccount>(**account) : Result<api::UserAccount>(notFound());
}

const char *actionOf(const UserRights &before, const UserRights &after)
{
    if (before.isActive != after.isActive)
        return after.isActive ? "activated" : "deactivated";
    return before == after ? "renamed" : "rights_changed";
}

Result<void> checkRightsAfter(UnitOfWork &unit, const api::UserAccount &before, const UserRights &after, bool isPlatform)
{
    if (auto fits = checkRights(after, isPlatform); !fits)
        return fits;
    const auto others = UserRepo(unit.transaction(), unit.tenant()).otherAdministrators(before.id);
    if (!others)
        return others.error();
    return checkChange(unit.actor(), {before.id, rightsOf(before), *others}, after);
}

} // namespace

Result<Page<api::UserAccount>> UserService::list(const Actor &actor, const api::UserQuery &query) const
{
    const auto start = pageStart(query.cursor, kOrder, query.page, query.pageSize);
    if (!start)
        return start.error();
    const std::optional<UserId> after = start->start ? std::optional(UserId(start->start->afterId)) : std::nullopt;
    return UnitOfWork::run<Page<api::UserAccount>>(m_parts.context, actor, [&](UnitOfWork &unit) -> Result<Page<api::UserAccount>> {
        UserRepo users(unit.transaction(), unit.tenant());
        const auto items = users.list(query, after);
        if (!items)
            return items.error();
        const auto total = users.count(query, kCountCap + 1);
        if (!total)
            return total.error();
        Page<api::UserAccount> page{*items, std::min<qint64>(*total, kCountCap), *total <= kCountCap, query.page, query.pageSize, {}};
        if (items->size() == query.pageSize)
            page.nextCursor = makeCursor(kOrder, QStringLiteral("0"), items->last().id.uuid(), unit.now());
        return page;
    });
}

Result<api::UserAccount> UserService::get(const Actor &actor, UserId id) const
{
    return UnitOfWork::run<api::UserAccount>(m_parts.context, actor, [&](UnitOfWork &unit) { return reread(unit, id); });
}

Result<api::IssuedPassword> UserService::create(const Actor &actor, const api::UserCreate &request) const
{
    const QString password = makeOneTimePassword();
    // No transaction is open here: a hash takes a tenth of a second.
    const auto hash = m_parts.passwords.hash(password);
    if (!hash)
        return hash.error();
    return UnitOfWork::run<api::IssuedPassword>(m_parts.context, actor, [&](UnitOfWork &unit) -> Result<api::IssuedPassword> {
        const auto isPlatform = lockTenant(unit);
        if (!isPlatform)
            return isPlatform.error();
        api::UserAccount wanted;
        wanted.role = request.role;
        wanted.grants = request.grants;
        wanted.denials = request.denials;
        const UserRights rights = rightsOf(wanted);
        if (auto fits = checkRights(rights, *isPlatform); !fits)
            return fits.error();
        if (auto allowed = checkManages(unit.actor().permissions, rights); !allowed)
            return allowed.error();
        const NewAccount account{UserId::make(unit.now()), request.email.toLower(), request.name.trimmed(), rights, *hash};
        if (auto inserted = UserRepo(unit.transaction(), unit.tenant()).insert(account, unit.now()); !inserted)
            return inserted.error();
        unit.audit({"user", account.id.uuid(), "created", {}, auditOf(account.name, rights)});
        return api::IssuedPassword{account.id, account.email, password, 1};
    });
}

Result<api::UserAccount> UserService::change(const Actor &actor, UserId id, std::optional<int> version,
                                             const std::function<void(api::UserAccount &)> &edit) const
{
    return UnitOfWork::run<api::UserAccount>(m_parts.context, actor, [&](UnitOfWork &unit) -> Result<api::UserAccount> {
        const auto isPlatform = lockTenant(unit);
        if (!isPlatform)
            return isPlatform.error();
        const auto before = lockUser(unit, id, version);
        if (!before)
            return before.error();
        api::UserAccount after = *before;
        edit(after);
        const UserRights was = rightsOf(*before);
        const UserRights becomes = rightsOf(after);
        if (was == becomes && before->name == after.name)
            return *before;
        if (was != becomes)
            if (auto allowed = checkRightsAfter(unit, *before, becomes, *isPlatform); !allowed)
                return allowed.error();
        if (auto done = UserRepo(unit.transaction(), unit.tenant()).update(after, was != becomes, unit.now()); !done)
            return done.error();
        if (was.isActive && !becomes.isActive)
            if (auto ended = endSessionsOf(unit.transaction(), unit.tenant(), id, m_parts.clock.now()); !ended)
                return ended.error();
        unit.audit({"user", id.uuid(), actionOf(was, becomes), auditOf(before->name, was), auditOf(after.name, becomes)});
        return reread(unit, id);
    });
}

Result<api::UserAccount> UserService::update(const Actor &actor, UserId id, const api::UserPatch &patch, int version) const
{
    return change(actor, id, version, [&patch](api::UserAccount &account) {
        if (patch.name)
            account.name = patch.name->trimmed();
        if (patch.role)
            account.role = *patch.role;
        if (patch.grants)
            account.grants = *patch.grants;
        if (patch.denials)
            account.denials = *patch.denials;
    });
}

Result<api::UserAccount> UserService::setActive(const Actor &actor, UserId id, bool active, std::optional<int> version) const
{
    return change(actor, id, version, [active](api::UserAccount &account) { account.isActive = active; });
}

Result<api::UserAccount> UserService::unlock(const Actor &actor, UserId id, std::optional<int> version) const
{
    return UnitOfWork::run<api::UserAccount>(m_parts.context, actor, [&](UnitOfWork &unit) -> Result<api::UserAccount> {
        const auto account = lockUser(unit, id, version);
        if (!account)
            return account.error();
        if (auto done = UserRepo(unit.transaction(), unit.tenant()).unlock(id, unit.now()); !done)
            return done.error();
        unit.audit({"user", id.uuid(), "unlocked", {}, {}});
        return reread(unit, id);
    });
}

Result<api::IssuedPassword> UserService::resetPassword(const Actor &actor, UserId id, std::optional<int> version) const
{
    if (actor.user == id)
        return Error{ErrorCode::Forbidden, QStringLiteral("own_password"), QStringLiteral("change your own with POST /auth/password"), {}};
    // What is refused costs no hash.
    const auto known = get(actor, id);
    if (!known)
        return known.error();
    const QString password = makeOneTimePassword();
    const auto hash = m_parts.passwords.hash(password);
    if (!hash)
        return hash.error();
    return UnitOfWork::run<api::IssuedPassword>(m_parts.context, actor, [&](UnitOfWork &unit) -> Result<api::IssuedPassword> {
        const auto account = lockUser(unit, id, version);
        if (!account)
            return account.error();
        if (auto done = UserRepo(unit.transaction(), unit.tenant()).resetPassword(id, *hash, unit.now()); !done)
            return done.error();
        // Whoever lost the telephone with the password has no other way back.
        if (auto removed = TotpRows(unit.transaction(), unit.tenant()).remove(id); !removed)
            return removed.error();
        if (auto ended = endSessionsOf(unit.transaction(), unit.tenant(), id, m_parts.clock.now()); !ended)
            return ended.error();
        unit.audit({"user", id.uuid(), "password_reset", {}, {}});
        return api::IssuedPassword{id, account->email, password, account->version + 1};
    });
}

} // namespace countersign
