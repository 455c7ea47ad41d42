// Decisions, on the wire.
#pragma once

#include "core/api/QueueDtos.h"
#include "core/decision/DecisionTypes.h"

namespace countersign::api {

struct ApprovedTerms {
    Amount amount;
    int termMonths = 0;
    double interestRate = 0; ///< nominal annual percent

    friend bool operator==(const ApprovedTerms &, const ApprovedTerms &) = default;
};

struct ConditionCreate {
    ConditionType type = ConditionType::Documentation;
    QString description;
    std::optional<QDate> dueDate;
};

struct DecisionCreate {
    ApplicationId applicationId;
    int applicationVersion = 0;
    DecisionOutcome decisionOutcome = DecisionOutcome::Declined;
    std::optional<ApprovedTerms> approvedTerms;
    QList<ConditionCreate> conditions;
    QList<ReasonCode> reasonCodes;
    QString reasoning;
    std::optional<QString> reasoningCategory;
    std::optional<OverrideReason> overrideReason;
    std::optional<QString> overrideJustification;
};

/// A condition and what became of it.
struct ConditionInfo {
    ConditionId id;
    ConditionType type = ConditionType::Documentation;
    QString description;
    std::optional<QDate> dueDate;
    ConditionStatus status = ConditionStatus::Open;
    std::optional<QString> note;
    std::optional<Person> changedBy;
    std::optional<Instant> changedAt;
    int version = 1;
};

struct ConditionPatch {
    std::optional<ConditionStatus> status;
    std::optional<QDate> dueDate;
    std::optional<QString> note;
};

struct DecisionInfo {
    DecisionId id;
    ApplicationId applicationId;
    DecisionType decisionType = DecisionType::AnalystDecline;
    DecisionOutcome decisionOutcome = DecisionOutcome::Declined;
    DecisionStatus status = DecisionStatus::Final;
    std::optional<ApprovedTerms> approvedTerms;
    std::optional<Amount> monthlyPayment;
    std::optional<Currency> currency;
    QList<ConditionInfo> conditions;
    QList<ReasonCode> reasonCodes;
    QString reasoning;
    bool overrideFlag = false;
    std::optional<OverrideDirection> overrideDirection;
    std::optional<OverrideReason> overrideReason;
    std::optional<QString> overrideJustification;
    std::optional<OverrideKind> overrideKind;
    std::optional<Instant> approvalDeadline; ///< absent: no second person is needed
    std::optional<Person> overrideApprovedBy;
    std::optional<Instant> overrideApprovedAt;
    std::optional<Person> overrideRejectedBy;
    std::optional<Instant> overrideRejectedAt;
    std::optional<QString> overrideComment; ///< of the second person
    std::optional<int> modelScore;
    std::optional<Recommendation> recommendation;
    std::optional<Person> decidedBy; ///< absent: decided automatically
    std::optional<int> reviewTimeSeconds;
    Instant decidedAt;
    std::optional<int> applicationVersion; ///< after what was asked for; not in a history
    int version = 1;
};

} // namespace countersign::api

namespace countersign {

template <>
inline constexpr auto fieldsOf<api::ApprovedTerms> = record("ApprovedTerms",
    field("amount", &api::ApprovedTerms::amount, rule::positive()),
    field("term_months", &api::ApprovedTerms::termMonths, rule::range(1, 480)),
    field("interest_rate", &api::ApprovedTerms::interestRate, rule::range(0, 100), "nominal annual percent"));

template <>
inline constexpr auto fieldsOf<api::ConditionCreate> = record("ConditionCreate",
    field("type", &api::ConditionCreate::type),
    field("description", &api::ConditionCreate::description, rule::longText(3, 1000)),
    field("due_date", &api::ConditionCreate::dueDate));

template <>
inline constexpr auto fieldsOf<api::DecisionCreate> = record("DecisionCreate",
    field("application_id", &api::DecisionCreate::applicationId),
    field("application_version", &api::DecisionCreate::applicationVersion, rule::range(1, 2'000'000'000),
          "the version the decider saw"),
    field("decision_outcome", &api::DecisionCreate::decisionOutcome),
    field("approved_terms", &api::DecisionCreate::approvedTerms, "required when approved"),
    field("conditions", &api::DecisionCreate::conditions, rule::defaulted(rule::items(0, 20))),
    field("reason_codes", &api::DecisionCreate::reasonCodes, rule::defaulted(rule::items(0, 4)),
          "at least one when declined"),
    field("reasoning", &api::DecisionCreate::reasoning, rule::longText(kMinReasoning, 5000)),
    field("reasoning_category", &api::DecisionCreate::reasoningCategory, rule::text(1, 50)),
    field("override_reason", &api::DecisionCreate::overrideReason, "required against the model's side"),
    field("override_justification", &api::DecisionCreate::overrideJustification,
          rule::longText(kMinJustification, 5000), "required against the model's side"));

template <>
inline constexpr auto fieldsOf<api::ConditionInfo> = record("ConditionInfo",
    field("id", &api::ConditionInfo::id),
    field("type", &api::ConditionInfo::type),
    field("description", &api::ConditionInfo::description, rule::longText(0, 1000)),
    field("due_date", &api::ConditionInfo::dueDate),
    field("status", &api::ConditionInfo::status),
    field("note", &api::ConditionInfo::note, rule::longText(0, 1000)),
    field("changed_by", &api::ConditionInfo::changedBy),
    field("changed_at", &api::ConditionInfo::changedAt),
    field("version", &api::ConditionInfo::version));

template <>
inline constexpr auto fieldsOf<api::ConditionPatch> = record("ConditionPatch",
    field("status", &api::ConditionPatch::status, "waived needs decision:approve_override"),
    field("due_date", &api::ConditionPatch::dueDate),
    field("note", &api::ConditionPatch::note, rule::longText(1, 1000)));

template <>
inline constexpr auto fieldsOf<api::DecisionInfo> = record("DecisionInfo",
    field("id", &api::DecisionInfo::id),
    field("application_id", &api::DecisionInfo::applicationId),
    field("decision_type", &api::DecisionInfo::decisionType),
    field("decision_outcome", &api::DecisionInfo::decisionOutcome),
    field("status", &api::DecisionInfo::status),
    field("approved_terms", &api::DecisionInfo::approvedTerms),
    field("monthly_payment", &api::DecisionInfo::monthlyPayment),
    field("currency", &api::DecisionInfo::currency),
    field("conditions", &api::DecisionInfo::conditions),
    field("reason_codes", &api::DecisionInfo::reasonCodes),
    field("reasoning", &api::DecisionInfo::reasoning, rule::longText(0, 5000)),
    field("override_flag", &api::DecisionInfo::overrideFlag),
    field("override_direction", &api::DecisionInfo::overrideDirection),
    field("override_reason", &api::DecisionInfo::overrideReason),
    field("override_justification", &api::DecisionInfo::overrideJustification, rule::longText(0, 5000)),
    field("override_kind", &api::DecisionInfo::overrideKind),
    field("approval_deadline", &api::DecisionInfo::approvalDeadline, "null: no second person is needed"),
    field("override_approved_by", &api::DecisionInfo::overrideApprovedBy),
    field("override_approved_at", &api::DecisionInfo::overrideApprovedAt),
    field("override_rejected_by", &api::DecisionInfo::overrideRejectedBy),
    field("override_rejected_at", &api::DecisionInfo::overrideRejectedAt),
    field("override_comment", &api::DecisionInfo::overrideComment, rule::longText(0, 5000), "of the second person"),
    field("model_score", &api::DecisionInfo::modelScore),
    field("recommendation", &api::DecisionInfo::recommendation),
    field("decided_by", &api::DecisionInfo::decidedBy, "null: decided automatically"),
    field("review_time_seconds", &api::DecisionInfo::reviewTimeSeconds),
    field("decided_at", &api::DecisionInfo::decidedAt),
    field("application_version", &api::DecisionInfo::applicationVersion),
    field("version", &api::DecisionInfo::version));

} // namespace countersign
