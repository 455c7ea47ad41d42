// Applications as lists and as whole cases, on the wire.
#pragma once

#include "core/api/ApplicationDtos.h"
#include "core/api/DecisionDtos.h"
#include "core/api/ScoringDtos.h"
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
    std::optional<ApplicationStatus> status;
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
    field("status", &api::ApplicationQuery::status),
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
    field("timeline", &api::CaseDetail::timeline),
    field("created_at", &api::CaseDetail::createdAt),
    field("expires_at", &api::CaseDetail::expiresAt),
    field("cancel_reason", &api::CaseDetail::cancelReason),
    field("version", &api::CaseDetail::version));

} // namespace countersign
