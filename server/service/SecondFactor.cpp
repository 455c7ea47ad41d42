#include "server/service/SecondFactor.h"

#include "server/auth/Totp.h"

namespace countersign {

Result<SecondFactor> SecondFactor::load(const AuthParts &parts, UnitOfWork &unit, UserId user)
{
    auto row = TotpRows(unit.transaction(), unit.tenant()).lock(user);
    if (!row)
        return row.error();
    SecondFactor factor(parts, unit, user);
    factor.m_row = std::move(*row);
    return factor;
}

QByteArray SecondFactor::place() const
{
    return m_unit.tenant().uuid().toRfc4122() + m_user.uuid().toRfc4122();
}

Result<bool> SecondFactor::use(const QString &code)
{
    if (!m_row)
        return false;
    const auto secret = m_parts.codeSeal ? m_parts.codeSeal->open(m_row->sealedSecret, place()) : std::nullopt;
    if (!secret)
        return Error{ErrorCode::Internal,
                     QStringLiteral("unsealable"),
                     QStringLiteral("the secret of a user's one-time codes does not open"),
                     {}};
    const auto step = totp::stepOfCode(*secret, code, m_unit.now(), m_row->lastStep);
    if (!step)
        return false;
    m_row->lastStep = *step;
    m_row->isConfirmed = true;
    const auto used = TotpRows(m_unit.transaction(), m_unit.tenant()).use(m_user, *step, m_unit.now());
    return used ? Result<bool>(true) : used.error();
}

Result<QByteArray> SecondFactor::begin()
{
    if (!m_parts.codeSeal)
        return Error{ErrorCode::Conflict,
                     QStringLiteral("totp_unavailable"),
                     QStringLiteral("This installation has no key for one-time codes."),
                     {}};
    const QByteArray secret = totp::makeSecret();
    const QByteArray sealed = m_parts.codeSeal->seal(secret, place());
    const auto begun = TotpRows(m_unit.transaction(), m_unit.tenant()).begin(m_user, sealed, m_unit.now());
    return begun ? Result<QByteArray>(secret) : begun.error();
}

Result<void> SecondFactor::remove()
{
    return TotpRows(m_unit.transaction(), m_unit.tenant()).remove(m_user);
}

} // namespace countersign
