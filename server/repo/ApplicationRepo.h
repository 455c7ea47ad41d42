// Applications in the database.
#pragma once

#include "core/access/Actor.h"
#include "core/api/CaseDtos.h"
#include "server/db/Transaction.h"
#include "server/repo/PersonRepo.h"

namespace countersign {

/// An application that has been validated, with what was derived from it.
struct NewApplication {
    ApplicationId id;
    api::ApplicationCreate create;
    api::Derived derived;
    Instant expiresAt;
};

/// What a change of an application looks at; the row is locked until the transaction ends.
struct LockedApplication {
    ApplicationId id;
    QString externalId;
    ApplicationStatus status = ApplicationStatus::Pending;
    int version = 0;
    Amount amount;
    Currency currency;
    int termMonths = 0;
    std::optional<int> score;
    bool priorityCustomer = false;
    Instant updatedAt;
};

/// What the scoring batch reads of an application.
struct ApplicationToScore {
    ApplicationId id;
    api::ApplicantData applicant; ///< without what says who it is: scoring does not ask
    api::FinancialData finances;
    std::optional<api::CreditBureauData> bureau;
    api::LoanRequest loan;
    bool priorityCustomer = false;
};

/// How an application left scoring.
struct ScoredStatus {
    ApplicationId id;
    ApplicationStatus status;
    std::optional<int> score;
    std::optional<RiskCategory> riskCategory;
};

/// One that will end undecided.
struct ExpiringApplication {
    ApplicationId id;
    Instant expiresAt;
    std::optional<UserId> analyst; ///< who has the case
};

struct ApplicationExtras {
    bool hasRequests = false;
    bool hasDocuments = false;
    bool hasNotes = false;
    bool hasOthers = false; ///< of the same person
};

/// Where a page begins, after the last row of the one before.
struct PageStart {
    QString afterKey; ///< as text, of the sort column's type
    QUuid afterId;
};

/// What a list is limited to beside its filters.
struct ListLimits {
    std::optional<QStringList> ids; ///< only these, where a search has found them
    std::optional<ApplicationId> hidden;
};

class ApplicationRepo {
public:
    ApplicationRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    /// Stores those whose external id is free and answers their ids with the external ids they have now. `people` are the
    /// applicants, one for each application: with their keys everything is sealed that says who they are.
    Result<QHash<ApplicationId, QString>> insertMany(const QList<NewApplication> &applications, const QList<PersonInHand> &people,
                                                     const Actor &createdBy, Instant now);
    Result<QHash<QString, ApplicationId>> findByExternalIds(const QStringList &externalIds);

    /// Locked; those that are no longer pending are left out.
    Result<QList<ApplicationToScore>> loadForScoring(const QList<ApplicationId> &ids);
    Result<void> applyScoring(const QList<ScoredStatus> &statuses, Instant now);

    /// `key`: only one that it created.
    Result<std::optional<LockedApplication>> lock(ApplicationId id, const std::optional<ApiKeyId> &key = {});
    Result<std::optional<LockedApplication>> brief(ApplicationId id); ///< the same, not locked
    Result<int> setStatus(ApplicationId id, ApplicationStatus status, Instant now); ///< the new version
    Result<void> cancel(ApplicationId id, CancelReason reason, Instant now);

    /// Everything but what says which application and which person it is; the version goes up. `person` is the applicant.
    Result<void> update(const NewApplication &application, const PersonInHand &person, Instant now);

    /// Applications that end until then and of which nobody was told; each is answered once, however many ask at a time.
    Result<QList<ExpiringApplication>> tellExpiry(int limit, Instant until, Instant now);
    /// Applications whose time is over, of which it was told before `toldBefore`.
    Result<QList<ApplicationId>> dueToExpire(int limit, Instant toldBefore, Instant now);

    /// What there is beside the application's own row.
    Result<ApplicationExtras> extrasOf(ApplicationId id);
    /// Other applications of the same person, newest first.
    Result<QList<api::RelatedApplication>> ofSamePerson(ApplicationId id, int limit);

    /// Everything of the application's own row; nothing when the tenant has none of that id, or none that `key` created.
    Result<std::optional<api::CaseDetail>> detail(ApplicationId id, const KeyRing &keys,
                                                  const std::optional<ApiKeyId> &key);

    /// For what is written about the applicant later. Conflict (`person_erased`) when there is none any more.
    Result<SecretKey> keyOfApplicant(ApplicationId id, const KeyRing &keys);

    Result<QList<api::ApplicationItem>> list(const api::ApplicationQuery &query, const ListLimits &limits,
                                             const std::optional<PageStart> &start, const KeyRing &keys);
    Result<qint64> count(const api::ApplicationQuery &query, const ListLimits &limits, int cap);
    /// Ids whose external id begins with `text`, whose applicant's name contains it, or whose applicant has exactly this
    /// national id, e-mail address or telephone number; `limit` of each at most.
    Result<QStringList> search(const QString &text, int limit, const KeyRing &keys);
    Result<QList<ApplicationId>> idsOf(PersonId person); ///< oldest first
    Result<void> forget(PersonId person); ///< what says who the applicant was; his key is gone already

private:
    static Result<std::optional<LockedApplication>> briefOf(Query row);
    Result<void> insertProtected(const QList<NewApplication> &applications, const QHash<ApplicationId, QString> &stored,
                                 Instant now);
    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
