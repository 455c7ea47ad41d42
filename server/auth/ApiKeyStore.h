// API keys in the database, for those who administer them.
#pragma once

#include "core/api/ApiKeyDtos.h"
#include "server/auth/ApiKeyText.h"
#include "server/db/Transaction.h"

namespace countersign {

class ApiKeyStore {
public:
    ApiKeyStore(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    Result<void> insert(const api::ApiKeyInfo &key, const ApiKeyText &text, UserId createdBy);
    Result<QList<api::ApiKeyInfo>> list(const api::ApiKeyQuery &query); ///< newest first
    Result<qint64> count();

    /// Name and prefix of the key that is revoked now; null texts when it was revoked before. NotFound for no key.
    struct Revoked {
        QString name;
        QString prefix;
    };
    Result<Revoked> revoke(ApiKeyId id, Instant now);

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
