#include "server/auth/Accounts.h"

#include <QCryptographicHash>

namespace countersign {

namespace {

Error userIsGone()
{
    return {ErrorCode::Unauthenticated,
            QStringLiteral("user_inactive"),
            QStringLiteral("the user may not sign in any more"),
            {}};
}

QString folded(const QString &email)
{
    return email.trimmed().toLower();
}

} // namespace

Result<std::optional<Candidate>> Accounts::find(Database &database, const QString &email,
                                                const std::optional<QString> &tenant)
{
    Query query = Query::alone(database, "users/find_for_sign_in");
    if (auto found = query.bind("email", folded(email)).bind("tenant_slug", tenant).exec(); !found)
        return found.error();
    // Several tenants: which one is not for us to guess.
    if (query.rowCount() != 1 || !query.next())
        return std::optional<Candidate>();
    return std::optional(
        Candidate{query.get<TenantId>("tenant_id"), query.get<UserId>("user_id"), query.get<QString>("password_hash")});
}

Result<void> Accounts::countUnknown(Database &database, const QString &email)
{
    const QByteArray hash = QCryptographicHash::hash(folded(email).toUtf8(), QCryptographicHash::Blake2b_256);
    Query count = Query::alone(database, "users/count_unknown");
    return count.bind("slot", int(uchar(hash[0]))).exec();
}

Result<QString> Accounts::passwordHashOf(Database &database, TenantId tenant, UserId user)
{
    Query query = Query::alone(database, tenant, "users/password_hash");
    if (auto found = query.bind("tenant_id", tenant).bind("id", user).exec(); !found)
        return found.error();
    return query.next() ? query.get<QString>("password_hash") : QString();
}

Result<Account> Accounts::load(UserId user)
{
    Query query = m_transaction.query("users/describe");
    if (auto found = query.bind("tenant_id", m_tenant).bind("id", user).exec(); !found)
        return found.error();
    if (!query.next() || !query.get<bool>("is_active"))
        return userIsGone();
    const auto role = fromText<Role>(query.get<QString>("role"));
    const auto currency = Currency::fromCode(query.get<QString>("currency"));
    if (!role || !currency)
        return Error{ErrorCode::Internal, QStringLiteral("bad_user_row"), QStringLiteral("users/describe"), {}};
    Account account;
    account.info.mustChangePassword = query.get<bool>("must_change_password");
    account.principal = {user,
                         m_tenant,
                         {},
                         *role,
                         effectivePermissions(*role, PermissionSet::fromTexts(query.get<QStringList>("grants")),
                                              PermissionSet::fromTexts(query.get<QStringList>("denials"))),
                         query.get<int>("authz_version"),
                         account.info.mustChangePassword ? TokenScope::PasswordChange : TokenScope::Full};
    account.info.id = user;
    account.info.email = query.get<QString>("email");
    account.info.name = query.get<QString>("name");
    account.info.role = *role;
    account.info.tenantId = m_tenant;
    account.info.tenantName = query.get<QString>("tenant_name");
    account.info.currency = *currency;
    account.info.permissions = account.principal.permissions.toTexts();
    account.info.totpEnabled = query.get<bool>("totp_enabled");
    return account;
}

Result<ProofState> Accounts::lockProof(UserId user)
{
    Query query = m_transaction.query("users/lock_for_proof");
    if (auto locked = query.bind("tenant_id", m_tenant).bind("id", user).exec(); !locked)
        return locked.error();
    if (!query.next())
        return userIsGone();
    return ProofState{query.get<QString>("password_hash"), query.get<int>("failed_logins"),
                      query.get<std::optional<Instant>>("locked_until")};
}

Result<void> Accounts::recordFailure(UserId user, int failures, std::optional<Instant> lockedUntil)
{
    Query record = m_transaction.query("users/record_failure");
    return record.bind("tenant_id", m_tenant)
        .bind("id", user)
        .bind("failed_logins", failures)
        .bind("locked_until", lockedUntil)
        .exec();
}

Result<void> Accounts::recordSignIn(UserId user, Instant now, const std::optional<QString> &upgradedHash)
{
    Query record = m_transaction.query("users/record_sign_in");
    return record.bind("tenant_id", m_tenant)
        .bind("id", user)
        .bind("now", now)
        .bind("upgraded_hash", upgradedHash)
        .exec();
}

Result<void> Accounts::setPassword(UserId user, const QString &hash, bool mustChange, Instant now)
{
    Query set = m_transaction.query("users/set_password");
    return set.bind("tenant_id", m_tenant)
        .bind("id", user)
        .bind("password_hash", hash)
        .bind("must_change", mustChange)
        .bind("now", now)
        .exec();
}

} // namespace countersign
