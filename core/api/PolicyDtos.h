// Policies, what they would have done, and the stop switch, on the wire.
#pragma once

#include "core/api/QueueDtos.h"
#include "core/policy/PolicyState.h"
#include "core/policy/Simulation.h"

namespace countersign::api {

/// A new version; it stays as it is, another wish is another version.
struct PolicyCreate {
    Policy rules;
    QString reason; ///< why, for those who approve it and for auditors
};

struct BadRateFigures {
    int known = 0;
    int bad = 0;
    int unknown = 0;
    std::optional<double> rate; ///< of the known ones; absent when there are none
    double low = 0;             ///< Wilson, 95 %
    double high = 1;
    double lowestPossible = 0;  ///< had no unknown one gone bad
    double highestPossible = 1; ///< had all of them
};

struct RouteFigures {
    int autoApproved = 0;
    int autoDeclined = 0;
    int referred = 0;
    int passed = 0;
    BadRateFigures autoApprovedBadRate;
    QList<int> referredByHour; ///< 24 numbers, tenant's time zone
    double referredPerDay = 0;
    double analystHoursPerDay = 0;
};

struct SwapFigures {
    Route from = Route::HumanReview;
    Route to = Route::HumanReview;
    int cases = 0;
    BadRateFigures badRate;
};

struct SimulationRequest {
    std::optional<QDate> fromDate; ///< UTC; absent: 365 days before toDate
    std::optional<QDate> toDate;   ///< UTC, included; absent: today
};

struct SimulationReport {
    QDate fromDate;
    QDate toDate;
    int cases = 0;
    bool isComplete = true; ///< false: there are more cases than are taken at once
    RouteFigures then;
    RouteFigures now;
    QList<SwapFigures> swaps;
    double reviewMinutes = 8;           ///< of one referral
    bool reviewMinutesMeasured = false; ///< false: the default
    bool rateDiffers = false;           ///< scores were given under another indicative rate than the policy's
    Instant simulatedAt;
};

struct PolicyInfo {
    PolicyId id;
    int version = 1;
    PolicyState state = PolicyState::Draft;
    Policy rules;
    Currency currency; ///< of max_loan_amount_auto
    QString reason;
    std::optional<Person> createdBy; ///< absent: the system, when the tenant was set up
    Instant createdAt;
    std::optional<Person> approvedBy;
    std::optional<Instant> approvedAt;
    std::optional<Instant> activatedAt;
    std::optional<Instant> retiredAt;
    std::optional<SimulationReport> simulation; ///< the last one
};

/// Newest version first.
struct PolicyQuery {
    std::optional<PolicyState> state;
    int page = 1;
    int pageSize = kDefaultPageSize;
    std::optional<QString> cursor;
};

struct AutomationInfo {
    Automation automation = Automation::On;
};

struct AutomationChange {
    Automation automation = Automation::On;
    QString reason;
};

} // namespace countersign::api

namespace countersign {

template <>
inline constexpr auto fieldsOf<Policy> = record(
    "PolicyRules",
    field("auto_approve_min", &Policy::autoApproveMin, rule::range(0, 1000),
          "approved automatically from this score on"),
    field("auto_decline_max", &Policy::autoDeclineMax, rule::range(0, 1000), "declined automatically up to this score"),
    field("recommendation_cutoff", &Policy::recommendationCutoff, rule::range(0, 1000),
          "approve is recommended from here on"),
    field("max_loan_amount_auto", &Policy::maxLoanAmountAuto, rule::positive(), "above it a person decides"),
    field("max_term_months_auto", &Policy::maxTermMonthsAuto, rule::range(1, 480), "above it a person decides"),
    field("require_review_purposes", &Policy::requireReviewPurposes, rule::defaulted(rule::items(0, 20))),
    field("indicative_rate", &Policy::indicativeRate, rule::range(0, 1000), "nominal annual percent"),
    field("sla_hours", &Policy::slaHours, rule::range(1, 720)),
    field("band_override_approval", &Policy::bandOverrideApproval,
          "which overrides inside the band need a second person"));

template <>
inline constexpr auto fieldsOf<api::PolicyCreate> =
    record("PolicyCreate", field("rules", &api::PolicyCreate::rules),
           field("reason", &api::PolicyCreate::reason, rule::longText(10, 2000), "why; read by who approves it"));

template <>
inline constexpr auto fieldsOf<api::BadRateFigures> =
    record("BadRateFigures", field("known", &api::BadRateFigures::known), field("bad", &api::BadRateFigures::bad),
           field("unknown", &api::BadRateFigures::unknown),
           field("rate", &api::BadRateFigures::rate, "of the known ones; null without any"),
           field("low", &api::BadRateFigures::low, "Wilson, 95 %"), field("high", &api::BadRateFigures::high),
           field("lowest_possible", &api::BadRateFigures::lowestPossible, "had no unknown one gone bad"),
           field("highest_possible", &api::BadRateFigures::highestPossible, "had all unknown ones gone bad"));

template <>
inline constexpr auto fieldsOf<api::RouteFigures> =
    record("RouteFigures", field("auto_approved", &api::RouteFigures::autoApproved),
           field("auto_declined", &api::RouteFigures::autoDeclined), field("referred", &api::RouteFigures::referred),
           field("passed", &api::RouteFigures::passed, "approve is recommended, whoever decides"),
           field("auto_approved_bad_rate", &api::RouteFigures::autoApprovedBadRate),
           field("referred_by_hour", &api::RouteFigures::referredByHour, rule::items(24, 24)),
           field("referred_per_day", &api::RouteFigures::referredPerDay),
           field("analyst_hours_per_day", &api::RouteFigures::analystHoursPerDay));

template <>
inline constexpr auto fieldsOf<api::SwapFigures> = record("SwapFigures", field("from", &api::SwapFigures::from),
                                                          field("to", &api::SwapFigures::to),
                                                          field("cases", &api::SwapFigures::cases),
                                                          field("bad_rate", &api::SwapFigures::badRate));

template <>
inline constexpr auto fieldsOf<api::SimulationRequest> = record(
    "SimulationRequest", field("from_date", &api::SimulationRequest::fromDate, "UTC; absent: 365 days before to_date"),
    field("to_date", &api::SimulationRequest::toDate, "UTC, included; absent: today"));

template <>
inline constexpr auto fieldsOf<api::SimulationReport> = record(
    "SimulationReport", field("from_date", &api::SimulationReport::fromDate),
    field("to_date", &api::SimulationReport::toDate), field("cases", &api::SimulationReport::cases),
    field("is_complete", &api::SimulationReport::isComplete,
          "false: more cases than are taken at once, the newest were taken"),
    field("then", &api::SimulationReport::then, "as they were routed"),
    field("now", &api::SimulationReport::now, "as the policy routes them"),
    field("swaps", &api::SimulationReport::swaps, rule::items(0, 6)),
    field("review_minutes", &api::SimulationReport::reviewMinutes, "of one referral"),
    field("review_minutes_measured", &api::SimulationReport::reviewMinutesMeasured, "false: the default"),
    field("rate_differs", &api::SimulationReport::rateDiffers, "scores were given under another indicative rate"),
    field("simulated_at", &api::SimulationReport::simulatedAt));

template <>
inline constexpr auto fieldsOf<api::PolicyInfo> = record(
    "PolicyInfo", field("id", &api::PolicyInfo::id), field("version", &api::PolicyInfo::version),
    field("state", &api::PolicyInfo::state), field("rules", &api::PolicyInfo::rules),
    field("currency", &api::PolicyInfo::currency, "of max_loan_amount_auto"), field("reason", &api::PolicyInfo::reason),
    field("created_by", &api::PolicyInfo::createdBy, "null: the system, when the tenant was set up"),
    field("created_at", &api::PolicyInfo::createdAt), field("approved_by", &api::PolicyInfo::approvedBy),
    field("approved_at", &api::PolicyInfo::approvedAt), field("activated_at", &api::PolicyInfo::activatedAt),
    field("retired_at", &api::PolicyInfo::retiredAt),
    field("simulation", &api::PolicyInfo::simulation, "the last one"));

template <>
inline constexpr auto fieldsOf<api::PolicyQuery> =
    record("PolicyQuery", field("state", &api::PolicyQuery::state),
           field("page", &api::PolicyQuery::page, rule::defaulted(rule::range(1, kMaxOffset))),
           field("page_size", &api::PolicyQuery::pageSize, rule::defaulted(rule::range(1, kMaxPageSize))),
           field("cursor", &api::PolicyQuery::cursor, rule::text(1, 500)));

template <>
inline constexpr auto fieldsOf<api::AutomationInfo> =
    record("AutomationInfo",
           field("automation", &api::AutomationInfo::automation,
                 "off: everything goes to people; approve_only: what would be declined does"));

template <>
inline constexpr auto fieldsOf<api::AutomationChange> = record("AutomationChange",
                                                               field("automation", &api::AutomationChange::automation),
                                                               field("reason", &api::AutomationChange::reason,
                                                                     rule::longText(10, 2000)));

} // namespace countersign
