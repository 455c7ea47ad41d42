#include "server/repo/UserRepo.h"

#include "server/repo/RowRead.h"

namespace countersign {

namespace {

PermissionSet setOf(const Query &row, const char *column)
{
    return PermissionSet::fromTexts(row.get<QStringList>(column));
}

PermissionSet setOf(const QList<Permission> &permissions)
{
    PermissionSet set;
    for (const Permission permission : permissions)
        set = set | PermissionSet{permission};
    return set;
}

QList<Permission> listOf(PermissionSet set)
{
    QList<Permission> permissions;
    for (const auto &row : enumTexts<Permission>)
        if (set.contains(row.value))
            permissions.append(row.value);
    return permissions;
}

UserRights rightsOf(const Query &row)
{
    return {repo::enumOf<Role>(row, "role"), setOf(row, "grants"), setOf(row, "denials"), row.get<bool>("is_active")};
}

api::UserAccount accountOf(const Query &row)
{
    const UserRights rights = rightsOf(row);
    api::UserAccount account;
    account.id = row.get<UserId>("id");
    account.email = row.get<QString>("email");
    account.name = row.get<QString>("name");
    account.role = rights.role;
    account.grants = listOf(rights.grants);
    account.denials = listOf(rights.denials);
    account.permissions = listOf(rights.effective());
    account.isActive = rights.isActive;
    account.mustChangePassword = row.get<bool>("must_change_password");
    account.lockedUntil = row.get<std::optional<Instant>>("locked_until");
    account.lastLoginAt = row.get<std::optional<Instant>>("last_login_at");
    account.createdAt = row.get<Instant>("created_at");
    account.version = row.get<int>("version");
    return account;
}

Result<std::optional<api::UserAccount>> oneOf(Query row)
{
    if (auto done = row.exec(); !done)
        return done.error();
    return row.next() ? std::optional(accountOf(row)) : std::nullopt;
}

void bindFilters(Query &query, const api::UserQuery &filter)
{
    query.bind("role", filter.role ? std::optional(toText(*filter.role)) : std::nullopt)
        .bind("is_active", filter.isActive)
        .bind("search", filter.search ? std::optional(filter.search->trimmed()) : std::nullopt);
}

} // namespace

UserRights rightsOf(const api::UserAccount &account)
{
    return {account.role, setOf(account.grants), setOf(account.denials), account.isActive};
}

Result<QList<api::UserAccount>> UserRepo::list(const api::UserQuery &query, std::optional<UserId> after)
{
    Query page = m_transaction.query("user/list");
    bindFilters(page, query);
    page.bind("tenant_id", m_tenant)
        .bind("after_id", after)
        .bind("limit", query.pageSize)
        .bind("offset", after ? 0 : (query.page - 1) * query.pageSize);
    if (auto done = page.exec(); !done)
        return done.error();
    QList<api::UserAccount> accounts;
    while (page.next())
        accounts.append(accountOf(page));
    return accounts;
}

Result<qint64> UserRepo::count(const api::UserQuery &query, int cap)
{
    Query counted = m_transaction.query("user/count");
    bindFilters(counted, query);
    if (auto done = counted.bind("tenant_id", m_tenant).bind("cap", cap).exec(); !done)
        return done.error();
    counted.next();
    return counted.get<qint64>("total");
}

Result<std::optional<api::UserAccount>> UserRepo::get(UserId id)
{
    Query row = m_transaction.query("user/get");
    row.bind("tenant_id", m_tenant).bind("id", id);
    return oneOf(std::move(row));
}

Result<std::optional<api::UserAccount>> UserRepo::lock(UserId id)
{
    Query row = m_transaction.query("user/lock");
    row.bind("tenant_id", m_tenant).bind("id", id);
    return oneOf(std::move(row));
}

Result<int> UserRepo::otherAdministrators(UserId id)
{
    Query row = m_transaction.query("user/administrators");
    if (auto done = row.bind("tenant_id", m_tenant).exec(); !done)
        return done.error();
    int others = 0;
    while (row.next())
        others += row.get<UserId>("id") != id && isWorkingAdministrator(rightsOf(row)) ? 1 : 0;
    return others;
}

Result<QList<UserId>> UserRepo::activeWith(Permission permission)
{
    Query row = m_transaction.query("user/active");
    if (auto done = row.bind("tenant_id", m_tenant).exec(); !done)
        return done.error();
    QList<UserId> users;
    while (row.next())
        if (rightsOf(row).effective().contains(permission))
            users.append(row.get<UserId>("id"));
    return users;
}

Result<void> UserRepo::insert(const NewAccount &account, Instant now)
{
    Query insert = m_transaction.query("user/insert");
    insert.bind("tenant_id", m_tenant)
        .bind("id", account.id)
        .bind("email", account.email)
        .bind("name", account.name)
        .bind("role", toText(account.rights.role))
        .bind("grants", account.rights.grants.toTexts())
        .bind("denials", account.rights.denials.toTexts())
        .bind("password_hash", account.passwordHash)
        .bind("must_change_password", true)
        .bind("now", now);
    if (auto done = insert.exec(); !done)
        return done;
    if (insert.affectedRows() == 1)
        return {};
    return Error{ErrorCode::Conflict, QStringLiteral("duplicate_email"), QStringLiteral("A user with this address exists."), {}};
}

Result<void> UserRepo::update(const api::UserAccount &account, bool rightsChanged, Instant now)
{
    const UserRights rights = rightsOf(account);
    Query update = m_transaction.query("user/update");
    return update.bind("tenant_id", m_tenant)
        .bind("id", account.id)
        .bind("name", account.name)
        .bind("role", toText(rights.role))
        .bind("grants", rights.grants.toTexts())
        .bind("denials", rights.denials.toTexts())
        .bind("is_active", rights.isActive)
        .bind("rights_changed", rightsChanged)
        .bind("now", now)
        .exec();
}

Result<void> UserRepo::unlock(UserId id, Instant now)
{
    Query update = m_transaction.query("user/unlock");
    return update.bind("tenant_id", m_tenant).bind("id", id).bind("now", now).exec();
}

Result<void> UserRepo::resetPassword(UserId id, const QString &hash, Instant now)
{
    Query update = m_transaction.query("user/reset_password");
    return update.bind("tenant_id", m_tenant).bind("id", id).bind("password_hash", hash).bind("now", now).exec();
}

Result<void> UserRepo::outdateRightsOfAll(Instant now)
{
    return m_transaction.query("user/outdate_rights_of_all").bind("tenant_id", m_tenant).bind("now", now).exec();
}

} // namespace countersign
