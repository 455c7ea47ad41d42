// What keeps personal data in order over the years: the rotation of master keys, and retention.
#pragma once

#include "server/service/UnitOfWork.h"

namespace countersign {

class PrivacyUpkeep {
public:
    explicit PrivacyUpkeep(const ServiceContext &context) : m_context(context) {}

    struct Tenant {
        TenantId id;
        QString slug;
        int decisionYears = 0;
        int auditYears = 0;
    };
    struct Tenants {
        QList<Tenant> all; ///< by slug
    };
    Result<Tenants> tenants() const;

    /// Persons by the number of their master key; 0 are those who were erased.
    Result<QMap<quint32, qint64>> personsByKey(const Tenant &tenant) const;

    /// Wraps one batch of keys anew with the first master key; answers how many, 0 when none is left. May be stopped at any
    /// time and begun again.
    Result<int> rewrapBatch(const Tenant &tenant, int limit) const;
    /// Afterwards nothing is stored under another master key than the first, which is the only one still needed.
    Result<void> retireOldKeys() const;

    /// What retention asks for today.
    struct Due {
        QMap<int, qint64> persons; ///< by the year they became known in
        qint64 auditEntries = 0;   ///< older than the tenant keeps them; they stay, the chain needs each
    };
    Result<Due> due(const Tenant &tenant) const;
    /// Erases one batch of the persons that are due; answers how many, 0 when none is left. Harmless when several do it at a
    /// time: whom one has taken the others pass by.
    Result<int> purgeBatch(const Tenant &tenant, int limit) const;
    /// All of them, a batch to a transaction; answers how many.
    Result<qint64> purge(const Tenant &tenant) const;
    Result<qint64> purgeAllTenants() const;

private:
    const ServiceContext &m_context;
};

} // namespace countersign
