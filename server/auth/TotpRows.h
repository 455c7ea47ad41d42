// The rows of the table of one-time code secrets; what is in them is sealed before it comes here.
#pragma once

#include "core/base/Id.h"
#include "server/db/Transaction.h"

namespace countersign {

struct TotpRow {
    QByteArray sealedSecret;
    bool isConfirmed = false;
    qint64 lastStep = 0; ///< of the code that was used last
};

class TotpRows {
public:
    TotpRows(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    /// For the rest of the transaction; nothing when the user never began.
    Result<std::optional<TotpRow>> lock(UserId user);
    /// Begins anew; nothing is in force before it is confirmed.
    Result<void> begin(UserId user, const QByteArray &sealedSecret, Instant now);
    /// A code was used: confirms at the first time.
    Result<void> use(UserId user, qint64 step, Instant now);
    Result<void> remove(UserId user);

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
