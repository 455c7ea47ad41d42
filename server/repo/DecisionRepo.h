// Decisions in the database.
#pragma once

#include "core/access/ApiKeyId.h"
#include "core/api/DecisionListDtos.h"
#include "core/api/OverrideDtos.h"
#include "server/db/Transaction.h"
#include "server/privacy/KeyRing.h"
#include "server/repo/ApplicationRepo.h"

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

/// What a decision comes from and only the database keeps.
struct DecisionOrigin {
    QueueId queue;
    std::optional<QString> reasoningCategory;
};

/// A decision that somebody signs; the row is locked until the transaction ends.
struct LockedDecision {
    DecisionId id;
    ApplicationId applicationId;
    DecisionStatus status = DecisionStatus::Final;
    DecisionOutcome outcome = DecisionOutcome::Declined;
    std::optional<UserId> decidedBy;
    int version = 0;
};

struct SecondSignature {
    UserId by;
    Instant at;
    std::optional<QString> comment;
};

/// A decision that nobody has signed in time.
struct OverdueDecision {
    DecisionId id;
    ApplicationId application;
    UserId decidedBy;
};

/// Whose decisions a list shows.
struct DecisionLimits {
    std::optional<ApiKeyId> key;         ///< only those of applications that it created
    std::optional<ApplicationId> hidden; ///< none of this application
};

class DecisionRepo {
public:
    DecisionRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    Result<void> insertAutomatic(const QList<AutomaticDecision> &decisions, Instant now);
    /// Seals with the key of the applicant what people wrote. Conflict (`duplicate`) when the application has a decision in
    /// force.
    Result<void> insert(const api::DecisionInfo &decision, const DecisionOrigin &origin, const SecretKey &applicant);

    Result<QList<api::DecisionInfo>> listOf(ApplicationId application, const KeyRing &keys); ///< newest first
    /// `key`: only of an application that it created.
    Result<std::optional<api::DecisionInfo>> get(DecisionId id, const KeyRing &keys,
                                                 const std::optional<ApiKeyId> &key = {});
    Result<std::optional<LockedDecision>> lock(DecisionId id);
    /// Marks up to `limit` whose second signature is overdue; each once, however many ask at a time.
    Result<QList<OverdueDecision>> takeOverdue(int limit, Instant now);
    Result<QList<api::DecisionItem>> list(const api::DecisionQuery &query, const DecisionLimits &limits,
                                          const std::optional<PageStart> &start, const KeyRing &keys);
    Result<qint64> count(const api::DecisionQuery &query, const DecisionLimits &limits, int cap);

    /// `me` is whose own decisions are marked.
    Result<QList<api::WaitingOverride>> waiting(const api::OverrideQuery &query, std::optional<UserId> me, Instant now,
                                                const std::optional<PageStart> &start, const KeyRing &keys);
    Result<qint64> countWaiting(const api::OverrideQuery &query, Instant now, int cap);

    /// Both seal the comment, so that Conflict (`person_erased`) is answered when there is one and the applicant is gone.
    Result<void> approveOverride(const LockedDecision &decision, const SecondSignature &signature, const KeyRing &keys);
    Result<void> rejectOverride(const LockedDecision &decision, const SecondSignature &signature, const KeyRing &keys);
    /// The decision that waits for a second person, where there is one.
    Result<void> withdrawWaiting(ApplicationId application, Instant now);

private:
    Result<void> sign(const char *statement, const LockedDecision &decision, const SecondSignature &signature,
                      const KeyRing &keys);

    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
