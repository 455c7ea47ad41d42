// All versions of a tenant's policy: written, moved through their states, and tried on past cases.
#pragma once

#include "core/api/PolicyDtos.h"
#include "server/db/Transaction.h"

namespace countersign {

struct NewPolicy {
    PolicyId id;
    api::PolicyCreate request;
    QString createdBy; ///< `user:` and an id
};

/// From `from` on and before `to`.
struct Period {
    Instant from;
    Instant to;
};

class PolicyVersionRepo {
public:
    PolicyVersionRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    Result<QList<api::PolicyInfo>> list(const api::PolicyQuery &query, std::optional<PolicyId> after);
    Result<qint64> count(const api::PolicyQuery &query);
    Result<std::optional<api::PolicyInfo>> get(PolicyId id);

    Result<Automation> automation(); ///< the stop switch
    /// The same, and holds off everybody else who makes or moves a policy of the tenant until the transaction ends.
    Result<Automation> lock();
    Result<void> insert(const NewPolicy &policy, const Currency &currency, Instant now);

    /// Each answers whether the policy was in the state it has to come from.
    Result<bool> setSimulated(PolicyId id, const api::SimulationReport &report, Instant now);
    Result<bool> setApproved(PolicyId id, const QString &by, Instant now);
    Result<bool> setActive(PolicyId id, Instant now); ///< retires the one that was
    Result<void> setAutomation(Automation automation, Instant now);

    /// Newest first, at most `limit`.
    Result<std::vector<PastCase>> pastCases(const Period &period, const Currency &currency, std::size_t limit);
    /// Mean of the decisions by people; nothing when there are too few to tell.
    Result<std::optional<double>> reviewMinutes(const Period &period);
    Result<bool> hadOtherRate(const Period &period, double indicativeRate);

private:
    Result<Automation> switchOf(const char *statement);
    Result<bool> moved(Query &update);

    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
