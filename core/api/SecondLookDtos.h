// Second looks and how far people agree, on the wire.
#pragma once

#include "core/api/QueueDtos.h"
#include "core/decision/DecisionTypes.h"
#include "core/decision/SecondLook.h"

namespace countersign::api {

/// What was decided first is told only when it has been decided again.
struct SecondLookInfo {
    SecondLookId id;
    ApplicationId applicationId;
    QString externalId;
    SecondLookReason reason = SecondLookReason::Sample;
    SecondLookState state = SecondLookState::Waiting;
    std::optional<Person> analyst; ///< who decides again
    std::optional<Instant> takenAt;
    std::optional<DecisionOutcome> firstOutcome;
    std::optional<DecisionOutcome> outcome; ///< of the second decision
    std::optional<QString> reasoning;
    std::optional<Instant> decidedAt;
    std::optional<Person> settledBy;
    std::optional<DecisionOutcome> settledOutcome; ///< which of both was right
    std::optional<QString> settledReasoning;
    std::optional<Instant> settledAt;
    Instant createdAt;
    int version = 1;
};

struct SecondLookQuery {
    std::optional<SecondLookState> state; ///< absent: those that are not closed
    int page = 1;
    int pageSize = kDefaultPageSize;
    std::optional<QString> cursor;
};

struct NextSecondLook {
    std::optional<SecondLookInfo> item; ///< the one the caller has already, or the oldest he may have
};

struct SecondDecision {
    DecisionOutcome outcome = DecisionOutcome::Declined;
    QString reasoning;
};

/// Absent times: the last 365 days.
struct AgreementQuery {
    SecondLookReason reason = SecondLookReason::Sample;
    std::optional<Instant> fromDate; ///< decided again from then on
    std::optional<Instant> toDate;   ///< before
};

struct AgreementReport {
    int cases = 0;
    int bothApproved = 0;
    int onlyFirstApproved = 0;
    int onlySecondApproved = 0;
    int bothDeclined = 0;
    std::optional<double> agreementRate; ///< 0 to 1
    std::optional<double> agreementLow;  ///< of its 95 % interval
    std::optional<double> agreementHigh;
    std::optional<double> kappa;
    std::optional<double> kappaLow;
    std::optional<double> kappaHigh;
};

} // namespace countersign::api

namespace countersign {

template <>
inline constexpr auto fieldsOf<api::SecondLookInfo> = record("SecondLookInfo",
    field("id", &api::SecondLookInfo::id),
    field("application_id", &api::SecondLookInfo::applicationId),
    field("external_id", &api::SecondLookInfo::externalId),
    field("reason", &api::SecondLookInfo::reason),
    field("state", &api::SecondLookInfo::state),
    field("analyst", &api::SecondLookInfo::analyst, "who decides again"),
    field("taken_at", &api::SecondLookInfo::takenAt),
    field("first_outcome", &api::SecondLookInfo::firstOutcome, "null until it has been decided again"),
    field("outcome", &api::SecondLookInfo::outcome, "of the second decision"),
    field("reasoning", &api::SecondLookInfo::reasoning, rule::longText(0, 5000)),
    field("decided_at", &api::SecondLookInfo::decidedAt),
    field("settled_by", &api::SecondLookInfo::settledBy),
    field("settled_outcome", &api::SecondLookInfo::settledOutcome, "which of both was right"),
    field("settled_reasoning", &api::SecondLookInfo::settledReasoning, rule::longText(0, 5000)),
    field("settled_at", &api::SecondLookInfo::settledAt),
    field("created_at", &api::SecondLookInfo::createdAt),
    field("version", &api::SecondLookInfo::version));

template <>
inline constexpr auto fieldsOf<api::SecondLookQuery> = record("SecondLookQuery",
    field("state", &api::SecondLookQuery::state, "absent: those that are not closed"),
    field("page", &api::SecondLookQuery::page, rule::defaulted(rule::range(1, kMaxOffset))),
    field("page_size", &api::SecondLookQuery::pageSize, rule::defaulted(rule::range(1, kMaxPageSize))),
    field("cursor", &api::SecondLookQuery::cursor, rule::text(1, 500)));

template <>
inline constexpr auto fieldsOf<api::NextSecondLook> = record("NextSecondLook",
    field("item", &api::NextSecondLook::item, "the one the caller has already, or the oldest he may have"));

template <>
inline constexpr auto fieldsOf<api::SecondDecision> = record("SecondDecision",
    field("outcome", &api::SecondDecision::outcome),
    field("reasoning", &api::SecondDecision::reasoning, rule::longText(kMinReasoning, 5000)));

template <>
inline constexpr auto fieldsOf<api::AgreementQuery> = record("AgreementQuery",
    field("reason", &api::AgreementQuery::reason, rule::defaulted(), "only a sample says something of all decisions"),
    field("from_date", &api::AgreementQuery::fromDate, "decided again from then on; absent: 365 days before to_date"),
    field("to_date", &api::AgreementQuery::toDate, "decided again before; absent: now"));

template <>
inline constexpr auto fieldsOf<api::AgreementReport> = record("AgreementReport",
    field("cases", &api::AgreementReport::cases, "decided twice"),
    field("both_approved", &api::AgreementReport::bothApproved),
    field("only_first_approved", &api::AgreementReport::onlyFirstApproved),
    field("only_second_approved", &api::AgreementReport::onlySecondApproved),
    field("both_declined", &api::AgreementReport::bothDeclined),
    field("agreement_rate", &api::AgreementReport::agreementRate, "0 to 1"),
    field("agreement_low", &api::AgreementReport::agreementLow, "of its 95 % interval (Wilson)"),
    field("agreement_high", &api::AgreementReport::agreementHigh),
    field("kappa", &api::AgreementReport::kappa, "Cohen's; null when chance explains everything"),
    field("kappa_low", &api::AgreementReport::kappaLow, "of its 95 % interval"),
    field("kappa_high", &api::AgreementReport::kappaHigh));

} // namespace countersign
