// What becomes of the conditions of approvals, in the database.
#pragma once

#include "core/api/DecisionDtos.h"
#include "server/db/Transaction.h"
#include "server/privacy/KeyRing.h"

namespace countersign {

/// A condition that somebody changes; the row is locked until the transaction ends.
struct LockedCondition {
    ConditionId id;
    ApplicationId applicationId;
    DecisionStatus decision = DecisionStatus::Final;
    ConditionStatus status = ConditionStatus::Open;
    std::optional<QDate> dueDate;
    std::optional<QString> note; ///< a new one; absent: the old one stays
    int version = 0;
};

class ConditionRepo {
public:
    ConditionRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    Result<std::optional<LockedCondition>> lock(DecisionId decision, ConditionId id);
    /// Status, due date and note, which is sealed: Conflict (`person_erased`) when there is one and the applicant is gone.
    Result<void> update(const LockedCondition &condition, UserId by, Instant now, const KeyRing &keys);

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
