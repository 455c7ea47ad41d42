// Users in the database, as administrators manage them.
#pragma once

#include "core/access/UserRules.h"
#include "core/api/UserDtos.h"
#include "server/db/Transaction.h"

namespace countersign {

/// A user that has been checked.
struct NewAccount {
    UserId id;
    QString email; ///< lower case
    QString name;
    UserRights rights;
    QString passwordHash;
};

class UserRepo {
public:
    UserRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    Result<QList<api::UserAccount>> list(const api::UserQuery &query, std::optional<UserId> after);
    Result<qint64> count(const api::UserQuery &query, int cap);
    Result<std::optional<api::UserAccount>> get(UserId id);

    /// The row is locked until the transaction ends.
    Result<std::optional<api::UserAccount>> lock(UserId id);
    /// How many working administrators the tenant has beside this user. Hold the tenant's lock.
    Result<int> otherAdministrators(UserId id);

    /// Everybody who works here and holds the permission.
    Result<QList<UserId>> activeWith(Permission permission);

    /// Conflict (`duplicate_email`) when the address is taken.
    Result<void> insert(const NewAccount &account, Instant now);
    /// Name and rights; changed rights outdate every access token of the user.
    Result<void> update(const api::UserAccount &account, bool rightsChanged, Instant now);
    Result<void> unlock(UserId id, Instant now);
    /// The next sign-in must change it; every access token of the user is outdated.
    Result<void> resetPassword(UserId id, const QString &hash, Instant now);
    /// Outdates every access token of the tenant.
    Result<void> outdateRightsOfAll(Instant now);

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

UserRights rightsOf(const api::UserAccount &account);

} // namespace countersign
