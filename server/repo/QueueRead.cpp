// The reading half of QueueRepo: list, counts and single items.
#include "core/queue/Priority.h"
#include "core/queue/Sla.h"
#include "server/repo/QueueRepo.h"
#include "server/repo/RowRead.h"
#include "server/repo/SealedColumns.h"

namespace countersign {

namespace {

Result<api::QueueItem> itemOf(const Query &row, Instant now, const repo::Opener &opener)
{
    api::QueueItem item;
    item.queueId = row.get<QueueId>("queue_id");
    item.applicationId = row.get<ApplicationId>("application_id");
    item.externalId = row.get<QString>("external_id");
    auto name = opener.nameOf(row, item.applicationId);
    if (!name)
        return name.error();
    item.applicantName = std::move(*name);
    item.currency = repo::currencyOf(row);
    item.amount = repo::amountOf(row, "amount_minor", item.currency);
    item.termMonths = row.get<int>("term_months");
    item.purpose = repo::enumOf<LoanPurpose>(row, "purpose");
    item.score = row.get<std::optional<int>>("score");
    item.riskCategory = repo::optionalEnumOf<RiskCategory>(row, "risk_category");
    item.status = repo::enumOf<QueueStatus>(row, "status");
    if (const auto analyst = row.get<std::optional<UserId>>("analyst_id"))
        item.analyst = api::Person{*analyst, row.get<QString>("analyst_name")};
    item.routingReason = repo::enumOf<RouteReason>(row, "routing_reason");
    item.slaWarningAt = row.get<Instant>("sla_warn_at");
    item.slaDeadline = row.get<Instant>("sla_deadline");
    item.slaState = slaStateAt(now, {item.slaWarningAt, item.slaDeadline}, item.status == QueueStatus::AwaitingDocuments);
    item.legalDeadline = row.get<std::optional<Instant>>("legal_deadline");
    const Instant createdAt = row.get<Instant>("created_at");
    item.waitTimeMinutes = int(std::max<qint64>(0, std::chrono::floor<std::chrono::minutes>(now - createdAt).count()));
    item.priority = agedPriority(row.get<int>("priority"), now - createdAt);
    item.priorityReason = row.get<QString>("priority_reason");
    item.releases = row.get<int>("releases");
    item.flagged = row.get<bool>("flagged");
    item.escalated = row.get<bool>("escalated");
    item.skips = row.get<int>("skips");
    item.helpRequestedAt = row.get<std::optional<Instant>>("help_requested_at");
    item.startedAt = row.get<std::optional<Instant>>("started_at");
    item.version = row.get<int>("version");
    return item;
}

std::optional<QUuid> analystFilter(const api::QueueQuery &query, std::optional<UserId> me)
{
    if (!query.analystId || *query.analystId == QLatin1String("none"))
        return std::nullopt;
    if (*query.analystId == QLatin1String("me"))
        return me ? me->uuid() : QUuid(); // the null UUID is nobody's
    return QUuid::fromString(*query.analystId);
}

void bindFilters(Query &query, const api::QueueQuery &filter, std::optional<UserId> me, Instant now)
{
    const bool breached = filter.slaState == SlaState::Breached;
    const bool approaching = filter.slaState == SlaState::Approaching;
    query.bind("status", filter.status ? std::optional(toText(*filter.status)) : std::nullopt)
        .bind("analyst_id", analystFilter(filter, me))
        .bind("unassigned", filter.analystId == QLatin1String("none"))
        .bind("breached_by", breached ? std::optional(now) : std::nullopt)
        .bind("approaching_at", approaching ? std::optional(now) : std::nullopt)
        .bind("priority_max", filter.priorityMax)
        .bind("now", now);
}

Result<std::optional<api::QueueItem>> onlyItem(Query &row, Instant now, const repo::Opener &opener)
{
    if (!row.next())
        return std::optional<api::QueueItem>();
    auto item = itemOf(row, now, opener);
    return item ? Result<std::optional<api::QueueItem>>(std::move(*item)) : Result<std::optional<api::QueueItem>>(item.error());
}

} // namespace

Result<QList<QueueRepo::Listed>> QueueRepo::list(const api::QueueQuery &query, std::optional<UserId> me, Instant now,
                                                 const std::optional<PageStart> &start, const KeyRing &keys)
{
    if (auto planned = m_transaction.query("session/plan_for_values").exec(); !planned)
        return planned.error();
    Query page = m_transaction.query("queue/list");
    bindFilters(page, query, me, now);
    page.bind("tenant_id", m_tenant)
        .bind("sort", toText(query.sortBy))
        .bind("direction", query.sortOrder == SortOrder::Asc ? 1 : -1)
        .bind("after_key", start ? std::optional(start->afterKey) : std::nullopt)
        .bind("after_id", start ? std::optional(start->afterId) : std::nullopt)
        .bind("limit", query.pageSize)
        .bind("offset", start ? 0 : (query.page - 1) * query.pageSize);
    if (auto done = page.exec(); !done)
        return done.error();
    QList<Listed> items;
    while (page.next()) {
        auto item = itemOf(page, now, {keys, m_tenant});
        if (!item)
            return item.error();
        items.append({std::move(*item), page.get<qint64>("sort_key")});
    }
    return items;
}

Result<qint64> QueueRepo::count(const api::QueueQuery &query, std::optional<UserId> me, Instant now, int cap)
{
    Query counted = m_transaction.query("queue/count");
    bindFilters(counted, query, me, now);
    if (auto done = counted.bind("tenant_id", m_tenant).bind("cap", cap).exec(); !done)
        return done.error();
    counted.next();
    return counted.get<qint64>("total");
}

Result<api::QueueSummary> QueueRepo::summary(std::optional<UserId> me, Instant now)
{
    Query row = m_transaction.query("queue/summary");
    row.bind("tenant_id", m_tenant).bind("now", now).bind("user_id", me);
    if (auto done = row.exec(); !done)
        return done.error();
    row.next();
    api::QueueSummary summary;
    summary.totalPending = row.get<qint64>("pending");
    summary.totalAssigned = row.get<qint64>("assigned");
    summary.totalInProgress = row.get<qint64>("in_progress");
    summary.approachingSla = row.get<qint64>("approaching");
    summary.breachedSla = row.get<qint64>("breached");
    summary.byPriority = {row.get<qint64>("high"), row.get<qint64>("medium"), row.get<qint64>("low")};
    summary.mine = row.get<qint64>("mine");
    summary.asOf = now;
    return summary;
}

Result<std::optional<api::QueueItem>> QueueRepo::get(QueueId id, Instant now, const KeyRing &keys)
{
    Query row = m_transaction.query("queue/get");
    if (auto done = row.bind("tenant_id", m_tenant).bind("id", id).exec(); !done)
        return done.error();
    return onlyItem(row, now, {keys, m_tenant});
}

Result<std::optional<api::QueueItem>> QueueRepo::latestOf(ApplicationId application, Instant now,
                                                             const KeyRing &keys)
{
    Query row = m_transaction.query("queue/latest_of_application");
    if (auto done = row.bind("tenant_id", m_tenant).bind("application_id", application).exec(); !done)
        return done.error();
    return onlyItem(row, now, {keys, m_tenant});
}

Result<api::Workload> QueueRepo::workload(Instant now)
{
    Query row = m_transaction.query("queue/workload");
    if (auto done = row.bind("tenant_id", m_tenant).bind("now", now).exec(); !done)
        return done.error();
    api::Workload workload{{}, now};
    while (row.next()) {
        const Role role = repo::enumOf<Role>(row, "role");
        const PermissionSet held = effectivePermissions(role, PermissionSet::fromTexts(row.get<QStringList>("grants")),
                                                        PermissionSet::fromTexts(row.get<QStringList>("denials")));
        if (!held.contains(Permission::DecisionCreate))
            continue;
        api::AnalystWorkload one{{row.get<UserId>("id"), row.get<QString>("name")}, role};
        one.assigned = row.get<qint64>("assigned");
        one.inProgress = row.get<qint64>("in_progress");
        one.awaitingDocuments = row.get<qint64>("awaiting_documents");
        one.awaitingApproval = row.get<qint64>("awaiting_approval");
        one.breached = row.get<qint64>("breached");
        one.free = int(std::max<qint64>(0, kMaxActiveCases - one.assigned - one.inProgress));
        one.nextDeadline = row.get<std::optional<Instant>>("next_deadline");
        workload.items.append(one);
    }
    return workload;
}

Result<QList<QueueId>> QueueRepo::waitingNearDeadline(int limit, Instant now)
{
    Query row = m_transaction.query("queue/waiting_near_deadline");
    if (auto done = row.bind("tenant_id", m_tenant).bind("limit", limit).bind("now", now).exec(); !done)
        return done.error();
    QList<QueueId> ids;
    while (row.next())
        ids.append(row.get<QueueId>("id"));
    return ids;
}

} // namespace countersign
