#include "server/auth/TotpRows.h"

namespace countersign {

Result<std::optional<TotpRow>> TotpRows::lock(UserId user)
{
    Query row = m_transaction.query("totp/lock");
    if (auto locked = row.bind("tenant_id", m_tenant).bind("user_id", user).exec(); !locked)
        return locked.error();
    if (!row.next())
        return std::optional<TotpRow>();
    return std::optional(
        TotpRow{row.get<QByteArray>("sealed_secret"), row.get<bool>("is_confirmed"), row.get<qint64>("last_step")});
}

Result<void> TotpRows::begin(UserId user, const QByteArray &sealedSecret, Instant now)
{
    Query begin = m_transaction.query("totp/begin");
    return begin.bind("tenant_id", m_tenant)
        .bind("user_id", user)
        .bind("sealed_secret", sealedSecret)
        .bind("now", now)
        .exec();
}

Result<void> TotpRows::use(UserId user, qint64 step, Instant now)
{
    Query use = m_transaction.query("totp/use");
    return use.bind("tenant_id", m_tenant).bind("user_id", user).bind("step", step).bind("now", now).exec();
}

Result<void> TotpRows::remove(UserId user)
{
    Query remove = m_transaction.query("totp/remove");
    return remove.bind("tenant_id", m_tenant).bind("user_id", user).exec();
}

} // namespace countersign
