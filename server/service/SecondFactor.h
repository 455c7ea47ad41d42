// The one-time codes of one user inside a unit: whether they are in force, and whether a code is good.
#pragma once

#include "server/auth/TotpRows.h"
#include "server/service/AuthParts.h"

namespace countersign {

class SecondFactor {
public:
    /// Locks the user's secret for the rest of the unit, so that one code cannot be used twice at the same time.
    static Result<SecondFactor> load(const AuthParts &parts, UnitOfWork &unit, UserId user);

    bool hasBegun() const { return m_row.has_value(); }
    bool isInForce() const { return m_row && m_row->isConfirmed; }

    /// Uses the code up; confirms a secret that was only begun. Internal (`unsealable`) when the secret cannot be read.
    Result<bool> use(const QString &code);

    /// A new secret, sealed and stored; not in force before its first code was used. Conflict (`totp_unavailable`) when this
    /// installation has no key to seal it.
    Result<QByteArray> begin();
    Result<void> remove();

private:
    SecondFactor(const AuthParts &parts, UnitOfWork &unit, UserId user) : m_parts(parts), m_unit(unit), m_user(user) {}
    QByteArray place() const;

    const AuthParts &m_parts;
    UnitOfWork &m_unit;
    UserId m_user;
    std::optional<TotpRow> m_row;
};

} // namespace countersign
