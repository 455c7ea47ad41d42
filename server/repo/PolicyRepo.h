// The policy in force and the model in production, of one tenant.
#pragma once

#include "core/policy/Router.h"
#include "server/db/Transaction.h"

namespace countersign {

struct ActivePolicy {
    PolicyId id;
    Policy policy;
    Currency currency;   ///< the tenant lends in it
    QByteArray timeZone; ///< IANA, of the tenant
    Automation automation = Automation::On;
    int expiryDays = 30; ///< of the tenant: after them an application ends undecided
};

struct ProductionModel {
    ModelId id;
    QString version;
    QString algorithm;
    QString bundle; ///< sha256
};

/// The rules of a row of decision_thresholds; amounts are in `currency`.
Policy policyOf(const Query &row, const Currency &currency);

class PolicyRepo {
public:
    PolicyRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    /// Unavailable (`no_active_policy`) when the tenant has none: then nothing may be decided.
    Result<ActivePolicy> active();
    Result<std::optional<ProductionModel>> productionModel();

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
