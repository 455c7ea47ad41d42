// The rows of users, as far as signing in is concerned.
#pragma once

#include "core/api/AuthDtos.h"
#include "server/auth/Principal.h"
#include "server/db/Transaction.h"

namespace countersign {

/// The one user that an address stands for.
struct Candidate {
    TenantId tenant;
    UserId user;
    QString passwordHash; ///< empty: cannot sign in by password
};

struct Account {
    Principal principal; ///< without a session
    api::UserInfo info;
};

/// How proving who one is has gone so far.
struct ProofState {
    QString passwordHash;
    int failures = 0; ///< in a row
    std::optional<Instant> lockedUntil;

    bool isLocked(Instant now) const { return lockedUntil && now < *lockedUntil; }
};

class Accounts {
public:
    Accounts(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    /// Before a tenant is known. Nothing when nobody has the address, or several tenants have it and none was named.
    static Result<std::optional<Candidate>> find(Database &database, const QString &email,
                                                 const std::optional<QString> &tenant);
    /// Makes a failure under an address that nobody has cost what one of a user costs.
    static Result<void> countUnknown(Database &database, const QString &email);
    /// Empty when there is no such user.
    static Result<QString> passwordHashOf(Database &database, TenantId tenant, UserId user);

    /// Unauthenticated (`user_inactive`) when the user or the tenant is gone or inactive.
    Result<Account> load(UserId user);

    /// For the rest of the transaction.
    Result<ProofState> lockProof(UserId user);
    Result<void> recordFailure(UserId user, int failures, std::optional<Instant> lockedUntil);
    Result<void> recordSignIn(UserId user, Instant now, const std::optional<QString> &upgradedHash);
    /// Ends lockout as well.
    Result<void> setPassword(UserId user, const QString &hash, bool mustChange, Instant now);

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
