// Applications as lists and as whole cases, on the wire.
#pragma once

#include "core/api/ApplicationDtos.h"
#include "core/api/DeadlineDtos.h"
#include "core/api/DecisionDtos.h"
#include "core/api/DocumentDtos.h"
#include "core/api/NoteDtos.h"
#include "core/api/OutcomeDtos.h"
#include "core/api/ScoringDtos.h"
#include "core/api/SecondLookDtos.h"
#include "core/application/CancelReason.h"
#include "core/application/PersonId.h"

namespace countersign::api {

struct ApplicationItem {
    ApplicationId id;
    QString externalId;
    QString applicantName;
    Amount amount;
    Currency currency;
    int termMonths = 0;
    LoanPurpose purpose = LoanPurpose::Other;
    ApplicationStatus status = ApplicationStatus::Pending;
    std::optional<int> score;
    std::optional<RiskCategory> riskCategory;
    Instant createdAt;
    int version = 1;
};

enum class ApplicationSort { CreatedAt, Amount, Score };

struct ApplicationQuery {
    QList<ApplicationStatus> status; ///< none: all
    std::optional<Instant> fromDate;
    std::optional<Instant> toDate;
    std::optional<QString> search;
    std::optional<countersign::Amount> amountMin;
    std::optional<countersign::Amount> amountMax;
    std::optional<int> scoreMin;
    std::optional<int> scoreMax;
    ApplicationSort sortBy = ApplicationSort::CreatedAt;
    SortOrder sortOrder = SortOrder::Desc;
    int page = 1;
    int pageSize = kDefaultPageSize;
    std::optional<QString> cursor;
};

struct Derived {
    std::optional<double> dtiRatio;
    std::optional<double> loanToIncome;
    std::optional<double> paymentToIncome;
    std::optional<Amount> estimatedPayment;
};

struct TimelineEntry {
    Instant at;
    QString event; ///< received, scored, queued, assigned, started, released, decided ...
    std::optional<QString> actor;
    std::optional<QString> detail;
};

/// Another application of the same person.
struct RelatedApplication {
    ApplicationId id;
    QString externalId;
    ApplicationStatus status = ApplicationStatus::Pending;
    Amount amount;
    Currency currency;
    Instant createdAt;
};

/// Absent members stay as they are; the others are replaced as a whole.
struct ApplicationPatch {
    std::optional<bool> priorityCustomer;
    std::optional<QJsonObject> metadata;
    std::optional<ApplicantData> applicantData;
    std::optional<FinancialData> financialData;
    std::optional<CreditBureauData> creditBureauData;
    std::optional<LoanRequest> loanRequest;
};

struct ApplicationCancel {
    CancelReason reason = CancelReason::Other;
};

/// Everything about one application. Protected attributes are never part of it.
struct CaseDetail {
    ApplicationId id;
    QString externalId;
    ApplicationStatus status = ApplicationStatus::Pending;
    ApplicationSource source = ApplicationSource::Api;
    QString applicantName;
    PersonId personId;
    std::optional<Instant> erasedAt; ///< the applicant's personal data is gone since
    bool priorityCustomer = false;
    ApplicantData applicantData;
    FinancialData financialData;
    std::optional<CreditBureauData> creditBureauData;
    LoanRequest loanRequest;
    std::optional<QJsonObject> metadata;
    Derived derived;
    std::optional<ScoringResult> scoringResult;
    std::optional<QueueItem> queueInfo;
    QList<DecisionInfo> decisionHistory;
    QList<DocumentRequest> documentRequests;
    QList<DocumentInfo> documents;
    QList<NoteInfo> notes;                          ///< none for integrations, as of those below
    QList<RelatedApplication> possibleDuplicates;   ///< of the same person: a similar amount at a similar time
    QList<RelatedApplication> otherApplications;    ///< of the same person, all that have not ended
    QList<SecondLookInfo> secondLooks; ///< that have been decided
    QList<DeadlineInfo> deadlines; ///< of the law
    QList<OutcomeInfo> outcomes;   ///< how the loan goes, oldest first
    QList<TimelineEntry> timeline;
    Instant createdAt;
    std::optional<Instant> expiresAt;
    std::optional<CancelReason> cancelReason;
    int version = 1;
};

} // namespace countersign::api

namespace countersign {

template <>
inline constexpr auto enumTexts<api::ApplicationSort> = std::array{
    EnumText{api::ApplicationSort::CreatedAt, "created_at"},
    EnumText{api::ApplicationSort::Amount, "amount"},
    EnumText{api::ApplicationSort::Score, "score"},
};

template <>
inline constexpr auto fieldsOf<api::ApplicationItem> = record("ApplicationItem",
    field("id", &api::ApplicationItem::id),
    field("external_id", &api::ApplicationItem::externalId),
    field("applicant_name", &api::ApplicationItem::applicantName),
    field("amount", &api::ApplicationItem::amount),
    field("currency", &api::ApplicationItem::currency),
    field("term_months", &api::ApplicationItem::termMonths),
    field("purpose", &api::ApplicationItem::purpose),
    field("status", &api::ApplicationItem::status),
    field("score", &api::ApplicationItem::score),
    field("risk_category", &api::ApplicationItem::riskCategory),
    field("created_at", &api::ApplicationItem::createdAt),
    field("version", &api::ApplicationItem::version));

template <>
inline constexpr auto fieldsOf<api::ApplicationQuery> = record("ApplicationQuery",
    field("status", &api::ApplicationQuery::status, rule::defaulted(rule::items(1, 9)), "one or several, with commas between; absent: all"),
    field("from_date", &api::ApplicationQuery::fromDate),
    field("to_date", &api::ApplicationQuery::toDate),
    field("search", &api::ApplicationQuery::search, rule::text(1, 100), "external id, applicant's name, or exactly a national id, e-mail or +phone"),
    field("amount_min", &api::ApplicationQuery::amountMin, rule::notNegative()),
    field("amount_max", &api::ApplicationQuery::amountMax, rule::notNegative()),
    field("score_min", &api::ApplicationQuery::scoreMin, rule::range(0, 1000)),
    field("score_max", &api::ApplicationQuery::scoreMax, rule::range(0, 1000)),
    field("sort_by", &api::ApplicationQuery::sortBy, rule::defaulted()),
    field("sort_order", &api::ApplicationQuery::sortOrder, rule::defaulted()),
    field("page", &api::ApplicationQuery::page, rule::defaulted(rule::range(1, kMaxOffset))),
    field("page_size", &api::ApplicationQuery::pageSize, rule::defaulted(rule::range(1, kMaxPageSize))),
    field("cursor", &api::ApplicationQuery::cursor, rule::text(1, 500)));

template <>
inline constexpr auto fieldsOf<api::Derived> = record("Derived",
    field("dti_ratio", &api::Derived::dtiRatio),
    field("loan_to_income", &api::Derived::loanToIncome),
    field("payment_to_income", &api::Derived::paymentToIncome),
    field("estimated_payment", &api::Derived::estimatedPayment));

template <>
inline constexpr auto fieldsOf<api::TimelineEntry> = record("TimelineEntry",
    field("at", &api::TimelineEntry::at),
    field("event", &api::TimelineEntry::event),
    field("actor", &api::TimelineEntry::actor),
    field("detail", &api::TimelineEntry::detail, rule::longText(0, 1000)));

template <>
inline constexpr auto fieldsOf<api::RelatedApplication> = record("RelatedApplication",
    field("id", &api::RelatedApplication::id),
    field("external_id", &api::RelatedApplication::externalId),
    field("status", &api::RelatedApplication::status),
    field("amount", &api::RelatedApplication::amount),
    field("currency", &api::RelatedApplication::currency),
    field("created_at", &api::RelatedApplication::createdAt));

template <>
inline constexpr auto fieldsOf<api::ApplicationPatch> = record("ApplicationPatch",
    field("priority_customer", &api::ApplicationPatch::priorityCustomer),
    field("metadata", &api::ApplicationPatch::metadata, "flat, at most 4 KiB; replaced as a whole, as those below"),
    field("applicant_data", &api::ApplicationPatch::applicantData, "of the same person: the national id stays"),
    field("financial_data", &api::ApplicationPatch::financialData),
    field("credit_bureau_data", &api::ApplicationPatch::creditBureauData),
    field("loan_request", &api::ApplicationPatch::loanRequest));

template <>
inline constexpr auto fieldsOf<api::ApplicationCancel> = record("ApplicationCancel",
    field("reason", &api::ApplicationCancel::reason));

template <>
inline constexpr auto fieldsOf<api::CaseDetail> = record("CaseDetail",
    field("id", &api::CaseDetail::id),
    field("external_id", &api::CaseDetail::externalId),
    field("status", &api::CaseDetail::status),
    field("source", &api::CaseDetail::source),
    field("applicant_name", &api::CaseDetail::applicantName),
    field("person_id", &api::CaseDetail::personId, "the applicant, across all applications of the tenant"),
    field("erased_at", &api::CaseDetail::erasedAt, "present: the applicant's personal data is gone since"),
    field("priority_customer", &api::CaseDetail::priorityCustomer),
    field("applicant_data", &api::CaseDetail::applicantData),
    field("financial_data", &api::CaseDetail::financialData),
    field("credit_bureau_data", &api::CaseDetail::creditBureauData),
    field("loan_request", &api::CaseDetail::loanRequest),
    field("metadata", &api::CaseDetail::metadata),
    field("derived", &api::CaseDetail::derived),
    field("scoring_result", &api::CaseDetail::scoringResult),
    field("queue_info", &api::CaseDetail::queueInfo),
    field("decision_history", &api::CaseDetail::decisionHistory),
    field("document_requests", &api::CaseDetail::documentRequests, "newest first"),
    field("documents", &api::CaseDetail::documents, "newest first"),
    field("notes", &api::CaseDetail::notes, "newest first"),
    field("possible_duplicates", &api::CaseDetail::possibleDuplicates,
          "of the same person: amounts that differ by a tenth at most, within 30 days"),
    field("other_applications", &api::CaseDetail::otherApplications, "of the same person, all that have not ended"),
    field("second_looks", &api::CaseDetail::secondLooks, "that have been decided"),
    field("deadlines", &api::CaseDetail::deadlines, "of the law"),
    field("outcomes", &api::CaseDetail::outcomes, "how the loan goes, oldest first"),
    field("timeline", &api::CaseDetail::timeline),
    field("created_at", &api::CaseDetail::createdAt),
    field("expires_at", &api::CaseDetail::expiresAt),
    field("cancel_reason", &api::CaseDetail::cancelReason),
    field("version", &api::CaseDetail::version));

} // namespace countersign
