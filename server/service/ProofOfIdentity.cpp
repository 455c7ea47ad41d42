#include "server/service/ProofOfIdentity.h"

#include "server/auth/Lockout.h"

namespace countersign {

Error badCredentials()
{
    return {
        ErrorCode::Unauthenticated,
        QStringLiteral("invalid_credentials"),
        QStringLiteral("address or password are wrong, or the address belongs to several tenants and none was named"),
        {}};
}

Error notProved()
{
    return {
        ErrorCode::Forbidden,
        QStringLiteral("invalid_credentials"),
        QStringLiteral("password or code are wrong, or there were too many failures and it is too early to try again"),
        {}};
}

Result<PasswordComparison> PasswordComparison::of(const AuthParts &parts, const Actor &actor, const QString &password)
{
    auto hash = Accounts::passwordHashOf(parts.context.database, actor.tenant, *actor.user);
    if (!hash)
        return hash.error();
    const auto verified = parts.passwords.verify(*hash, password);
    if (!verified)
        return verified.error();
    return PasswordComparison{std::move(*hash), *verified};
}

Result<ProofOfIdentity> ProofOfIdentity::begin(UnitOfWork &unit, UserId user)
{
    auto state = Accounts(unit.transaction(), unit.tenant()).lockProof(user);
    if (!state)
        return state.error();
    return ProofOfIdentity(unit, user, std::move(*state));
}

Result<void> ProofOfIdentity::fail(const char *action, const char *reason)
{
    const bool wasLocked = isLocked();
    m_unit.audit({"user",
                  m_user.uuid(),
                  action,
                  {},
                  {{QStringLiteral("reason"), QLatin1String(wasLocked ? "locked" : reason)},
                   {QStringLiteral("failures"), m_state.failures + (wasLocked ? 0 : 1)}}});
    if (wasLocked)
        return {};
    ++m_state.failures;
    const auto lockout = lockoutAfter(m_state.failures);
    m_state.lockedUntil = lockout.count() > 0 ? std::optional<Instant>(m_unit.now() + lockout) : std::nullopt;
    return Accounts(m_unit.transaction(), m_unit.tenant()).recordFailure(m_user, m_state.failures, m_state.lockedUntil);
}

} // namespace countersign
