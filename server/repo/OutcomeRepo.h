// How booked loans went, in the database.
#pragma once

#include "core/access/Actor.h"
#include "core/application/ApplicationStatus.h"
#include "core/application/LoanPerformance.h"
#include "server/db/Transaction.h"

#include <QHash>

namespace countersign {

/// An application that a loan may have come from; the row is locked until the transaction ends.
struct LockedLoan {
    ApplicationId application;
    QString externalId;
    ApplicationStatus status = ApplicationStatus::Pending;
    std::optional<Instant> decidedAt;
};

struct NewOutcome {
    ApplicationId application;
    LoanObservation observed;
};

using ObservationsByApplication = QHash<ApplicationId, QList<LoanObservation>>; ///< each list oldest first

class OutcomeRepo {
public:
    OutcomeRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    /// Those that are there; with `key` only what it created.
    Result<QList<LockedLoan>> lockLoans(const QStringList &ids, const QStringList &externalIds,
                                        const std::optional<ApiKeyId> &key);
    Result<ObservationsByApplication> of(const QList<ApplicationId> &applications);
    Result<void> insert(const QList<NewOutcome> &outcomes, std::optional<UserId> by, Instant now);

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
