// Decisions in the database.
#pragma once

#include "core/api/DecisionDtos.h"
#include "server/db/Transaction.h"

namespace countersign {

/// A decision that the policy makes by itself.
struct AutomaticDecision {
    ApplicationId applicationId;
    DecisionOutcome outcome = DecisionOutcome::Declined;
    std::optional<api::ApprovedTerms> terms; ///< as requested, when approved
    std::optional<Amount> monthlyPayment;
    Currency currency;
    QStringList reasonCodes; ///< of the component that decided
    int score = 0;
    Recommendation recommendation = Recommendation::Decline;
};

class DecisionRepo {
public:
    DecisionRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    Result<void> insertAutomatic(const QList<AutomaticDecision> &decisions, Instant now);
    /// Conflict (`duplicate`) when the application has a decision in force.
    Result<void> insert(const api::DecisionInfo &decision, QueueId queue, const std::optional<QString> &reasoningCategory);
    Result<QList<api::DecisionInfo>> listOf(ApplicationId application); ///< newest first

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
