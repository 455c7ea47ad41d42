// Second looks in the database.
#pragma once

#include "core/api/SecondLookDtos.h"
#include "core/base/Money.h"
#include "core/decision/Agreement.h"
#include "server/db/Transaction.h"
#include "server/privacy/KeyRing.h"
#include "server/repo/ApplicationRepo.h"

namespace countersign {

/// A decision that is looked at again.
struct NewSecondLook {
    SecondLookId id;
    ApplicationId application;
    DecisionId decision;
    SecondLookReason reason = SecondLookReason::Sample;
    UserId decidedBy;
    std::optional<UserId> signedBy;
};

/// Everything of a second look, what is not told yet included.
struct StoredSecondLook {
    api::SecondLookInfo info; ///< firstOutcome is always there
    UserId decidedBy;
    std::optional<UserId> signedBy;
};

struct SecondLookFilter {
    UserId user;
    std::optional<Amount> maxAmount; ///< that he may decide
    Currency currency;
};

class SecondLookRepo {
public:
    SecondLookRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    /// The tenant's seed; made when it has none, from `fresh`.
    Result<QByteArray> seed(const QByteArray &fresh, Instant now);
    Result<void> recordDraw(DecisionId decision, int draw, int rate, Instant now);
    Result<void> insert(const NewSecondLook &look, Instant now);

    Result<std::optional<StoredSecondLook>> get(SecondLookId id, const KeyRing &keys);
    Result<std::optional<StoredSecondLook>> lock(SecondLookId id, const KeyRing &keys);
    Result<QList<StoredSecondLook>> list(const api::SecondLookQuery &query, const std::optional<PageStart> &start,
                                         const KeyRing &keys);
    Result<qint64> count(const api::SecondLookQuery &query, int cap);
    /// Those that have been decided again, oldest first.
    Result<QList<StoredSecondLook>> of(ApplicationId application, const KeyRing &keys);

    struct Taken {
        SecondLookId id;
        ApplicationId application;
    };
    Result<std::optional<Taken>> takenBy(UserId user);
    /// The next that this person may have, locked.
    Result<std::optional<SecondLookId>> lockNext(const SecondLookFilter &filter);

    Result<void> take(SecondLookId id, UserId user, Instant now);
    Result<void> giveBack(SecondLookId id);
    /// Seals the reasoning with the key of the applicant.
    Result<void> decide(const api::SecondLookInfo &look, const api::SecondDecision &decision,
                        const SecretKey &applicant, Instant now);
    Result<void> settle(SecondLookId id, UserId by, const api::SecondDecision &decision, const SecretKey &applicant,
                        Instant now);

    Result<AgreementCounts> agreement(SecondLookReason reason, Instant from, Instant to);

private:
    Result<std::optional<StoredSecondLook>> only(Query row, SecondLookId id, const KeyRing &keys);
    Result<QList<StoredSecondLook>> all(Query rows, const KeyRing &keys);

    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
