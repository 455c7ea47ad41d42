// The review queue, on the wire.
#pragma once

#include "core/api/PageDtos.h"
#include "core/application/LoanPurpose.h"
#include "core/access/Permission.h"
#include "core/policy/RouteTypes.h"
#include "core/queue/CaseMoves.h"
#include "core/queue/QueueStatus.h"
#include "core/queue/Sla.h"
#include "core/scoring/RiskCategory.h"

namespace countersign::api {

struct Person {
    UserId id;
    QString name;
};

struct QueueItem {
    QueueId queueId;
    ApplicationId applicationId;
    QString externalId;
    QString applicantName;
    Amount amount;
    Currency currency;
    int termMonths = 0;
    LoanPurpose purpose = LoanPurpose::Other;
    std::optional<int> score;
    std::optional<RiskCategory> riskCategory;
    int priority = 50; ///< ageing included
    QString priorityReason;
    QueueStatus status = QueueStatus::Pending;
    std::optional<Person> analyst;
    RouteReason routingReason = RouteReason::BorderlineScore;
    Instant slaWarningAt; ///< two working hours before the deadline
    Instant slaDeadline;
    SlaState slaState = SlaState::Ok;
    std::optional<Instant> legalDeadline; ///< the first of the law that runs
    int waitTimeMinutes = 0;
    int releases = 0;
    bool flagged = false;
    bool escalated = false;
    int skips = 0; ///< how often it was passed over when it was offered
    std::optional<Instant> helpRequestedAt;
    std::optional<Instant> startedAt;
    int version = 1;
};

enum class QueueSort { Urgency, Priority, CreatedAt, SlaDeadline, Danger };

struct QueueQuery {
    std::optional<QueueStatus> status; ///< absent: every open entry
    std::optional<QString> analystId;  ///< a UUID, `me` or `none`
    std::optional<SlaState> slaState;  ///< approaching or breached
    std::optional<int> priorityMax;
    QueueSort sortBy = QueueSort::Urgency;
    SortOrder sortOrder = SortOrder::Asc;
    int page = 1;
    int pageSize = kDefaultPageSize;
    std::optional<QString> cursor;
};

struct PriorityCounts {
    qint64 high = 0;   ///< priority <= 20
    qint64 medium = 0; ///< 21 to 60
    qint64 low = 0;
};

struct QueueSummary {
    qint64 totalPending = 0;
    qint64 totalAssigned = 0;
    qint64 totalInProgress = 0;
    qint64 approachingSla = 0;
    qint64 breachedSla = 0;
    PriorityCounts byPriority;
    qint64 mine = 0; ///< open and assigned to the caller
    Instant asOf;    ///< the service clock that every deadline is counted by
};

/// Absent times: the last 30 days.
struct SlaMetricsQuery {
    std::optional<Instant> fromDate; ///< completed from then on
    std::optional<Instant> toDate;   ///< completed before
};

struct SlaOpenCounts {
    qint64 total = 0;
    qint64 ok = 0;
    qint64 approaching = 0;
    qint64 breached = 0;
    qint64 paused = 0;
};

struct SlaCompletedCounts {
    qint64 total = 0;
    qint64 withinSla = 0;
    qint64 breached = 0;
};

struct SlaMetrics {
    SlaOpenCounts open; ///< of now
    SlaCompletedCounts completed;
    std::optional<double> slaComplianceRate;        ///< completed within their SLA, 0 to 1; absent when none was completed
    std::optional<double> avgWaitTimeMinutes;       ///< of the completed, from the queue to the start of the review
    std::optional<double> avgReviewTimeMinutes;     ///< from there to the end
    std::optional<Instant> nextDeadline;            ///< of the open cases that are not breached
    Instant asOf;
};

struct AssignCase {
    std::optional<UserId> analystId; ///< absent: me
};

struct ReleaseCase {
    QString reason;
};

struct SkipCase {
    QueueId queueId; ///< assigned to the caller, not started
    SkipReason reason = SkipReason::Other;
};

struct TakeNext {
    std::optional<SkipCase> skip; ///< goes back first, and is not offered to the caller again for 12 hours
};

struct NextCase {
    std::optional<QueueItem> item; ///< absent: nothing waits that the caller may decide
};

struct RecuseCase {
    RecusalRelation relation = RecusalRelation::Other;
};

struct EscalateCase {
    QString reason;
};

struct FlagCase {
    bool flagged = true;
    QString reason;
};

struct RequestHelp {
    HelpTopic topic = HelpTopic::Other;
};

enum class QueueBulkAction { Assign, Release };

struct QueueBulk {
    QueueBulkAction action = QueueBulkAction::Assign;
    QList<QueueId> queueIds;
    std::optional<UserId> analystId; ///< for assign; absent: me
    std::optional<QString> reason;   ///< for release
};

struct QueueBulkItem {
    QueueId queueId;
    std::optional<QueueItem> item; ///< as it is afterwards
    std::optional<QString> code;   ///< why it was refused
    std::optional<QString> detail;
};

struct QueueBulkDone {
    int done = 0;
    int refused = 0;
    QList<QueueBulkItem> items; ///< in the order of the request
};

struct AnalystWorkload {
    Person analyst;
    Role role = Role::Analyst;
    qint64 assigned = 0;
    qint64 inProgress = 0;
    qint64 awaitingDocuments = 0;
    qint64 awaitingApproval = 0;
    qint64 breached = 0;
    int free = 0; ///< how many more cases may be given
    std::optional<Instant> nextDeadline;
};

struct Workload {
    QList<AnalystWorkload> items; ///< by name: everybody who may review
    Instant asOf;
};

} // namespace countersign::api

namespace countersign {

template <>
inline constexpr auto enumTexts<api::QueueSort> = std::array{
    EnumText{api::QueueSort::Urgency, "urgency"},
    EnumText{api::QueueSort::Priority, "priority"},
    EnumText{api::QueueSort::CreatedAt, "created_at"},
    EnumText{api::QueueSort::SlaDeadline, "sla_deadline"},
    EnumText{api::QueueSort::Danger, "danger"},
};

template <>
inline constexpr auto enumTexts<api::QueueBulkAction> = std::array{
    EnumText{api::QueueBulkAction::Assign, "assign"},
    EnumText{api::QueueBulkAction::Release, "release"},
};

template <>
inline constexpr auto fieldsOf<api::Person> = record("Person",
    field("id", &api::Person::id),
    field("name", &api::Person::name));

template <>
inline constexpr auto fieldsOf<api::QueueItem> = record("QueueItem",
    field("queue_id", &api::QueueItem::queueId),
    field("application_id", &api::QueueItem::applicationId),
    field("external_id", &api::QueueItem::externalId),
    field("applicant_name", &api::QueueItem::applicantName),
    field("amount", &api::QueueItem::amount),
    field("currency", &api::QueueItem::currency),
    field("term_months", &api::QueueItem::termMonths),
    field("purpose", &api::QueueItem::purpose),
    field("score", &api::QueueItem::score),
    field("risk_category", &api::QueueItem::riskCategory),
    field("priority", &api::QueueItem::priority, "1 (first) to 100"),
    field("priority_reason", &api::QueueItem::priorityReason),
    field("status", &api::QueueItem::status),
    field("analyst", &api::QueueItem::analyst),
    field("routing_reason", &api::QueueItem::routingReason),
    field("sla_warning_at", &api::QueueItem::slaWarningAt, "from then on the deadline approaches"),
    field("sla_deadline", &api::QueueItem::slaDeadline),
    field("sla_state", &api::QueueItem::slaState),
    field("legal_deadline", &api::QueueItem::legalDeadline, "the first of the law that runs"),
    field("wait_time_minutes", &api::QueueItem::waitTimeMinutes),
    field("releases", &api::QueueItem::releases),
    field("flagged", &api::QueueItem::flagged),
    field("escalated", &api::QueueItem::escalated),
    field("skips", &api::QueueItem::skips, "how often it was passed over when it was offered"),
    field("help_requested_at", &api::QueueItem::helpRequestedAt),
    field("started_at", &api::QueueItem::startedAt),
    field("version", &api::QueueItem::version));

template <>
inline constexpr auto fieldsOf<api::QueueQuery> = record("QueueQuery",
    field("status", &api::QueueQuery::status, "absent: every open entry"),
    field("analyst_id", &api::QueueQuery::analystId,
          rule::pattern("^(me|none|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$", 36), "a UUID, me or none"),
    field("sla_state", &api::QueueQuery::slaState),
    field("priority_max", &api::QueueQuery::priorityMax, rule::range(1, 100)),
    field("sort_by", &api::QueueQuery::sortBy, rule::defaulted(), "urgency: flagged, priority, deadline, age; danger: the earlier of sla_deadline and legal_deadline"),
    field("sort_order", &api::QueueQuery::sortOrder, rule::defaulted()),
    field("page", &api::QueueQuery::page, rule::defaulted(rule::range(1, kMaxOffset))),
    field("page_size", &api::QueueQuery::pageSize, rule::defaulted(rule::range(1, kMaxPageSize))),
    field("cursor", &api::QueueQuery::cursor, rule::text(1, 500)));

template <>
inline constexpr auto fieldsOf<api::PriorityCounts> = record("PriorityCounts",
    field("high", &api::PriorityCounts::high),
    field("medium", &api::PriorityCounts::medium),
    field("low", &api::PriorityCounts::low));

template <>
inline constexpr auto fieldsOf<api::QueueSummary> = record("QueueSummary",
    field("total_pending", &api::QueueSummary::totalPending),
    field("total_assigned", &api::QueueSummary::totalAssigned),
    field("total_in_progress", &api::QueueSummary::totalInProgress),
    field("approaching_sla", &api::QueueSummary::approachingSla),
    field("breached_sla", &api::QueueSummary::breachedSla),
    field("by_priority", &api::QueueSummary::byPriority),
    field("mine", &api::QueueSummary::mine),
    field("as_of", &api::QueueSummary::asOf, "the service clock that every deadline is counted by"));

template <>
inline constexpr auto fieldsOf<api::SlaMetricsQuery> = record("SlaMetricsQuery",
    field("from_date", &api::SlaMetricsQuery::fromDate, "completed from then on; absent: 30 days before to_date"),
    field("to_date", &api::SlaMetricsQuery::toDate, "completed before; absent: now"));

template <>
inline constexpr auto fieldsOf<api::SlaOpenCounts> = record("SlaOpenCounts",
    field("total", &api::SlaOpenCounts::total),
    field("ok", &api::SlaOpenCounts::ok),
    field("approaching", &api::SlaOpenCounts::approaching),
    field("breached", &api::SlaOpenCounts::breached),
    field("paused", &api::SlaOpenCounts::paused, "awaiting documents"));

template <>
inline constexpr auto fieldsOf<api::SlaCompletedCounts> = record("SlaCompletedCounts",
    field("total", &api::SlaCompletedCounts::total),
    field("within_sla", &api::SlaCompletedCounts::withinSla),
    field("breached", &api::SlaCompletedCounts::breached));

template <>
inline constexpr auto fieldsOf<api::SlaMetrics> = record("SlaMetrics",
    field("open", &api::SlaMetrics::open, "as it is now"),
    field("completed", &api::SlaMetrics::completed),
    field("sla_compliance_rate", &api::SlaMetrics::slaComplianceRate, "completed within their SLA, 0 to 1"),
    field("avg_wait_time_minutes", &api::SlaMetrics::avgWaitTimeMinutes, "from the queue to the start of the review"),
    field("avg_review_time_minutes", &api::SlaMetrics::avgReviewTimeMinutes, "from the start of the review to its end"),
    field("next_deadline", &api::SlaMetrics::nextDeadline, "of the open cases that are not breached"),
    field("as_of", &api::SlaMetrics::asOf));

template <>
inline constexpr auto fieldsOf<api::AssignCase> = record("AssignCase",
    field("analyst_id", &api::AssignCase::analystId, "absent: the caller"));

template <>
inline constexpr auto fieldsOf<api::ReleaseCase> = record("ReleaseCase",
    field("reason", &api::ReleaseCase::reason, rule::longText(1, 1000)));

template <>
inline constexpr auto fieldsOf<api::SkipCase> = record("SkipCase",
    field("queue_id", &api::SkipCase::queueId, "assigned to the caller, not started"),
    field("reason", &api::SkipCase::reason));

template <>
inline constexpr auto fieldsOf<api::TakeNext> = record("TakeNext",
    field("skip", &api::TakeNext::skip, "goes back first, and is not offered to the caller again for 12 hours"));

template <>
inline constexpr auto fieldsOf<api::NextCase> = record("NextCase",
    field("item", &api::NextCase::item, "absent: nothing waits that the caller may decide"));

template <>
inline constexpr auto fieldsOf<api::RecuseCase> = record("RecuseCase",
    field("relation", &api::RecuseCase::relation, "what the applicant is to the caller"));

template <>
inline constexpr auto fieldsOf<api::EscalateCase> = record("EscalateCase",
    field("reason", &api::EscalateCase::reason, rule::longText(1, 1000)));

template <>
inline constexpr auto fieldsOf<api::FlagCase> = record("FlagCase",
    field("flagged", &api::FlagCase::flagged, rule::defaulted()),
    field("reason", &api::FlagCase::reason, rule::longText(1, 1000)));

template <>
inline constexpr auto fieldsOf<api::RequestHelp> = record("RequestHelp",
    field("topic", &api::RequestHelp::topic));

template <>
inline constexpr auto fieldsOf<api::QueueBulk> = record("QueueBulk",
    field("action", &api::QueueBulk::action),
    field("queue_ids", &api::QueueBulk::queueIds, rule::items(1, 100)),
    field("analyst_id", &api::QueueBulk::analystId, "for assign; absent: the caller"),
    field("reason", &api::QueueBulk::reason, rule::longText(1, 1000), "for release"));

template <>
inline constexpr auto fieldsOf<api::QueueBulkItem> = record("QueueBulkItem",
    field("queue_id", &api::QueueBulkItem::queueId),
    field("item", &api::QueueBulkItem::item, "as it is afterwards"),
    field("code", &api::QueueBulkItem::code, "why it was refused"),
    field("detail", &api::QueueBulkItem::detail));

template <>
inline constexpr auto fieldsOf<api::QueueBulkDone> = record("QueueBulkDone",
    field("done", &api::QueueBulkDone::done),
    field("refused", &api::QueueBulkDone::refused),
    field("items", &api::QueueBulkDone::items));

template <>
inline constexpr auto fieldsOf<api::AnalystWorkload> = record("AnalystWorkload",
    field("analyst", &api::AnalystWorkload::analyst),
    field("role", &api::AnalystWorkload::role),
    field("assigned", &api::AnalystWorkload::assigned),
    field("in_progress", &api::AnalystWorkload::inProgress),
    field("awaiting_documents", &api::AnalystWorkload::awaitingDocuments),
    field("awaiting_approval", &api::AnalystWorkload::awaitingApproval),
    field("breached", &api::AnalystWorkload::breached),
    field("free", &api::AnalystWorkload::free, "how many more cases may be given"),
    field("next_deadline", &api::AnalystWorkload::nextDeadline));

template <>
inline constexpr auto fieldsOf<api::Workload> = record("Workload",
    field("items", &api::Workload::items),
    field("as_of", &api::Workload::asOf));

} // namespace countersign
