// Decisions as a list, and what one would lead to, on the wire.
#pragma once

#include "core/api/DecisionDtos.h"
#include "core/application/ApplicationStatus.h"

namespace countersign::api {

struct DecisionItem {
    DecisionId id;
    ApplicationId applicationId;
    QString externalId;
    QString applicantName;
    DecisionType decisionType = DecisionType::AnalystDecline;
    DecisionOutcome decisionOutcome = DecisionOutcome::Declined;
    DecisionStatus status = DecisionStatus::Final;
    std::optional<Amount> approvedAmount;
    Currency currency;
    bool overrideFlag = false;
    std::optional<OverrideDirection> overrideDirection;
    std::optional<OverrideKind> overrideKind;
    std::optional<int> modelScore;
    std::optional<Person> decidedBy; ///< absent: decided automatically
    std::optional<int> reviewTimeSeconds;
    Instant decidedAt;
    int version = 1;
};

struct DecisionQuery {
    std::optional<ApplicationId> applicationId;
    std::optional<UserId> analystId; ///< who decided
    std::optional<DecisionType> decisionType;
    std::optional<DecisionOutcome> decisionOutcome;
    std::optional<DecisionStatus> status;
    std::optional<bool> overrideFlag;
    std::optional<OverrideDirection> overrideDirection;
    std::optional<Instant> fromDate;
    std::optional<Instant> toDate;
    int page = 1;
    int pageSize = kDefaultPageSize;
    std::optional<QString> cursor;
};

struct DecisionPreviewRequest {
    ApplicationId applicationId;
    DecisionOutcome decisionOutcome = DecisionOutcome::Declined;
    std::optional<ApprovedTerms> approvedTerms; ///< without them nothing is said of the payment
    bool withConditions = false;

    friend bool operator==(const DecisionPreviewRequest &, const DecisionPreviewRequest &) = default;
};

/// What follows when the caller decides so now.
struct DecisionPreview {
    DecisionType decisionType = DecisionType::AnalystDecline;
    DecisionStatus decisionStatus = DecisionStatus::Final;
    ApplicationStatus applicationStatus = ApplicationStatus::Declined;
    bool overrideFlag = false;
    std::optional<OverrideDirection> overrideDirection;
    std::optional<OverrideKind> overrideKind;
    bool needsSecondPerson = false;
    std::optional<int> approvers; ///< how many people may sign, the caller not among them; when one must
    std::optional<Amount> monthlyPayment;
    bool isCounteroffer = false;
    std::optional<int> modelScore;
    std::optional<Recommendation> recommendation;
    int policyVersion = 0;
    int applicationVersion = 0;
};

} // namespace countersign::api

namespace countersign {

template <>
inline constexpr auto fieldsOf<api::DecisionItem> = record("DecisionItem",
    field("id", &api::DecisionItem::id),
    field("application_id", &api::DecisionItem::applicationId),
    field("external_id", &api::DecisionItem::externalId),
    field("applicant_name", &api::DecisionItem::applicantName),
    field("decision_type", &api::DecisionItem::decisionType),
    field("decision_outcome", &api::DecisionItem::decisionOutcome),
    field("status", &api::DecisionItem::status),
    field("approved_amount", &api::DecisionItem::approvedAmount),
    field("currency", &api::DecisionItem::currency),
    field("override_flag", &api::DecisionItem::overrideFlag),
    field("override_direction", &api::DecisionItem::overrideDirection),
    field("override_kind", &api::DecisionItem::overrideKind),
    field("model_score", &api::DecisionItem::modelScore),
    field("decided_by", &api::DecisionItem::decidedBy, "null: decided automatically"),
    field("review_time_seconds", &api::DecisionItem::reviewTimeSeconds),
    field("decided_at", &api::DecisionItem::decidedAt),
    field("version", &api::DecisionItem::version));

template <>
inline constexpr auto fieldsOf<api::DecisionQuery> = record("DecisionQuery",
    field("application_id", &api::DecisionQuery::applicationId),
    field("analyst_id", &api::DecisionQuery::analystId, "who decided"),
    field("decision_type", &api::DecisionQuery::decisionType),
    field("decision_outcome", &api::DecisionQuery::decisionOutcome),
    field("status", &api::DecisionQuery::status),
    field("override_flag", &api::DecisionQuery::overrideFlag),
    field("override_direction", &api::DecisionQuery::overrideDirection),
    field("from_date", &api::DecisionQuery::fromDate),
    field("to_date", &api::DecisionQuery::toDate, "before this time"),
    field("page", &api::DecisionQuery::page, rule::defaulted(rule::range(1, kMaxOffset))),
    field("page_size", &api::DecisionQuery::pageSize, rule::defaulted(rule::range(1, kMaxPageSize))),
    field("cursor", &api::DecisionQuery::cursor, rule::text(1, 500)));

template <>
inline constexpr auto fieldsOf<api::DecisionPreviewRequest> = record("DecisionPreviewRequest",
    field("application_id", &api::DecisionPreviewRequest::applicationId),
    field("decision_outcome", &api::DecisionPreviewRequest::decisionOutcome),
    field("approved_terms", &api::DecisionPreviewRequest::approvedTerms),
    field("with_conditions", &api::DecisionPreviewRequest::withConditions, rule::defaulted()));

template <>
inline constexpr auto fieldsOf<api::DecisionPreview> = record("DecisionPreview",
    field("decision_type", &api::DecisionPreview::decisionType),
    field("decision_status", &api::DecisionPreview::decisionStatus),
    field("application_status", &api::DecisionPreview::applicationStatus),
    field("override_flag", &api::DecisionPreview::overrideFlag),
    field("override_direction", &api::DecisionPreview::overrideDirection),
    field("override_kind", &api::DecisionPreview::overrideKind),
    field("needs_second_person", &api::DecisionPreview::needsSecondPerson),
    field("approvers", &api::DecisionPreview::approvers, "how many others may sign; when one must"),
    field("monthly_payment", &api::DecisionPreview::monthlyPayment),
    field("is_counteroffer", &api::DecisionPreview::isCounteroffer),
    field("model_score", &api::DecisionPreview::modelScore),
    field("recommendation", &api::DecisionPreview::recommendation),
    field("policy_version", &api::DecisionPreview::policyVersion),
    field("application_version", &api::DecisionPreview::applicationVersion));

} // namespace countersign
