// Judges what a user proves himself with: counts failures, locks for a while, records.
#pragma once

#include "server/auth/Accounts.h"
#include "server/service/AuthParts.h"

namespace countersign {

Error badCredentials(); ///< Unauthenticated (`invalid_credentials`): one answer for all that is wrong at sign-in
Error notProved();      ///< Forbidden (`invalid_credentials`): the same for somebody who is signed in and stays so

/// A password, compared with the stored hash while no transaction is open: that takes a tenth of a second.
struct PasswordComparison {
    QString hash;
    bool isRight = false;

    static Result<PasswordComparison> of(const AuthParts &parts, const Actor &actor, const QString &password);
};

/// Inside a unit whose refusal is committed (Judged.h).
class ProofOfIdentity {
public:
    /// Locks the user's row for the rest of the unit.
    static Result<ProofOfIdentity> begin(UnitOfWork &unit, UserId user);

    bool isLocked() const { return m_state.isLocked(m_unit.now()); }
    /// Not while locked, and not when the hash was changed since the comparison.
    bool accepts(const PasswordComparison &compared) const
    {
        return compared.isRight && !isLocked() && m_state.passwordHash == compared.hash;
    }

    /// A failure: counted, unless the user is locked (or guessing would keep the owner out for ever), and recorded under
    /// `action` with the reason.
    Result<void> fail(const char *action, const char *reason);

private:
    ProofOfIdentity(UnitOfWork &unit, UserId user, ProofState state)
        : m_unit(unit), m_user(user), m_state(std::move(state))
    {
    }

    UnitOfWork &m_unit;
    UserId m_user;
    ProofState m_state;
};

} // namespace countersign
