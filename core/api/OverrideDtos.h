// Overrides that wait for the second person, on the wire.
#pragma once

#include "core/api/DecisionDtos.h"

namespace countersign::api {

struct WaitingOverride {
    DecisionId id;
    ApplicationId applicationId;
    QString externalId;
    QString applicantName;
    Amount amount; ///< asked for
    Currency currency;
    int termMonths = 0;
    LoanPurpose purpose = LoanPurpose::Other;
    DecisionOutcome decisionOutcome = DecisionOutcome::Declined;
    std::optional<ApprovedTerms> approvedTerms;
    OverrideDirection overrideDirection = OverrideDirection::ModelDeclineAnalystApprove;
    std::optional<OverrideKind> overrideKind;
    OverrideReason overrideReason = OverrideReason::Other;
    std::optional<int> modelScore;
    std::optional<RiskCategory> riskCategory;
    std::optional<Recommendation> recommendation;
    Person decidedBy;
    bool isOwn = false; ///< the caller decided it, and so may not sign it
    Instant decidedAt;
    int waitTimeMinutes = 0;
    Instant approvalDeadline;
    SlaState slaState = SlaState::Ok; ///< of the second signature
    int version = 1;
};

/// The one that waits longest comes first.
struct OverrideQuery {
    std::optional<OverrideDirection> overrideDirection;
    std::optional<OverrideKind> overrideKind;
    std::optional<UserId> analystId; ///< who decided
    std::optional<SlaState> slaState;
    int page = 1;
    int pageSize = kDefaultPageSize;
    std::optional<QString> cursor;
};

struct OverrideApproval {
    std::optional<QString> comment;
};

struct OverrideRejection {
    QString comment;
};

} // namespace countersign::api

namespace countersign {

template <>
inline constexpr auto fieldsOf<api::WaitingOverride> = record("WaitingOverride",
    field("id", &api::WaitingOverride::id),
    field("application_id", &api::WaitingOverride::applicationId),
    field("external_id", &api::WaitingOverride::externalId),
    field("applicant_name", &api::WaitingOverride::applicantName),
    field("amount", &api::WaitingOverride::amount, "asked for"),
    field("currency", &api::WaitingOverride::currency),
    field("term_months", &api::WaitingOverride::termMonths),
    field("purpose", &api::WaitingOverride::purpose),
    field("decision_outcome", &api::WaitingOverride::decisionOutcome),
    field("approved_terms", &api::WaitingOverride::approvedTerms),
    field("override_direction", &api::WaitingOverride::overrideDirection),
    field("override_kind", &api::WaitingOverride::overrideKind),
    field("override_reason", &api::WaitingOverride::overrideReason),
    field("model_score", &api::WaitingOverride::modelScore),
    field("risk_category", &api::WaitingOverride::riskCategory),
    field("recommendation", &api::WaitingOverride::recommendation),
    field("decided_by", &api::WaitingOverride::decidedBy),
    field("is_own", &api::WaitingOverride::isOwn, "decided by the caller, who therefore may not sign"),
    field("decided_at", &api::WaitingOverride::decidedAt),
    field("wait_time_minutes", &api::WaitingOverride::waitTimeMinutes),
    field("approval_deadline", &api::WaitingOverride::approvalDeadline),
    field("sla_state", &api::WaitingOverride::slaState, "of the second signature"),
    field("version", &api::WaitingOverride::version, "of the decision"));

template <>
inline constexpr auto fieldsOf<api::OverrideQuery> = record("OverrideQuery",
    field("override_direction", &api::OverrideQuery::overrideDirection),
    field("override_kind", &api::OverrideQuery::overrideKind),
    field("analyst_id", &api::OverrideQuery::analystId, "who decided"),
    field("sla_state", &api::OverrideQuery::slaState, "of the second signature: ok, approaching or breached"),
    field("page", &api::OverrideQuery::page, rule::defaulted(rule::range(1, kMaxOffset))),
    field("page_size", &api::OverrideQuery::pageSize, rule::defaulted(rule::range(1, kMaxPageSize))),
    field("cursor", &api::OverrideQuery::cursor, rule::text(1, 500)));

template <>
inline constexpr auto fieldsOf<api::OverrideApproval> = record("OverrideApproval",
    field("comment", &api::OverrideApproval::comment, rule::longText(1, 5000)));

template <>
inline constexpr auto fieldsOf<api::OverrideRejection> = record("OverrideRejection",
    field("comment", &api::OverrideRejection::comment, rule::longText(kMinReasoning, 5000),
          "what the analyst is told"));

} // namespace countersign
