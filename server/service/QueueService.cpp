#include "server/service/QueueService.h"

#include "server/repo/QueueRepo.h"
#include "server/repo/TenantRepo.h"
#include "server/service/Cursor.h"

namespace countersign {

namespace {

Error notFound()
{
    return {ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such queue entry."), {}};
}

Error conflict(const char *reason, const QString &detail)
{
    return {ErrorCode::Conflict, QLatin1String(reason), detail, {}};
}

Error notAllowed(QueueStatus from, QueueStatus to)
{
    QStringList allowed;
    for (const QueueStatus next : nextStatuses(from))
        allowed.append(toText(next));
    return conflict("transition_not_allowed", QStringLiteral("The entry is %1 and cannot become %2; it may become: %3.")
                        .arg(toText(from), toText(to), allowed.isEmpty() ? QStringLiteral("nothing") : allowed.join(QLatin1String(", "))));
}

/// The locked entry, when it exists, has the version the caller saw and may move to `to`.
Result<LockedEntry> lockForMove(QueueRepo &queue, QueueId id, QueueStatus to, std::optional<int> version)
{
    const auto locked = queue.lock(id);
    if (!locked)
        return locked.error();
    if (!*locked)
        return notFound();
    if (version && *version != (*locked)->version)
        return conflict("stale_version", QStringLiteral("The entry has version %1 and is %2.").arg((*locked)->version).arg(toText((*locked)->status)));
    if (!mayMove((*locked)->status, to))
        return notAllowed((*locked)->status, to);
    return **locked;
}

/// The fields of an entry that its moves change, for the record of them.
QJsonObject recordOf(const LockedEntry &entry)
{
    return {{QStringLiteral("queue_id"), entry.id.toString()},
            {QStringLiteral("queue_status"), toText(entry.status)},
            {QStringLiteral("analyst_id"), entry.analyst ? QJsonValue(entry.analyst->toString()) : QJsonValue()},
            {QStringLiteral("releases"), entry.releases}};
}

/// `changed` holds the fields of recordOf() that are different now, and what else is worth a word.
Result<api::QueueItem> itemAfter(UnitOfWork &unit, const LockedEntry &entry, const char *action, const QJsonObject &changed)
{
    const QJsonObject before = recordOf(entry);
    QJsonObject after = before;
    for (auto field = changed.begin(); field != changed.end(); ++field)
        after.insert(field.key(), field.value());
    unit.audit({"application", entry.applicationId.uuid(), action, before, after});
    const auto item = QueueRepo(unit.transaction(), unit.tenant()).get(entry.id, unit.now());
    if (!item)
        return item.error();
    return *item ? Result<api::QueueItem>(**item) : Result<api::QueueItem>(notFound());
}

bool mayActForOthers(const Actor &actor)
{
    return actor.may(Permission::DecisionApproveOverride);
}

Result<void> checkAnalyst(QueueRepo &queue, UserId analyst)
{
    const auto locked = queue.lockAnalyst(analyst);
    if (!locked)
        return locked.error();
    if (!*locked || !(*locked)->mayReview)
        return Error{ErrorCode::Invalid, QStringLiteral("validation_failed"), QStringLiteral("The user cannot review cases."),
                     {{QStringLiteral("analyst_id"), QStringLiteral("cannot_review"), QStringLiteral("is not an active analyst")}}};
    if ((*locked)->activeCases >= kMaxActiveCases)
        return conflict("workload_full", QStringLiteral("The analyst has %1 active cases already; finish or release one.").arg((*locked)->activeCases));
    return {};
}

/// Every order of the queue has a number for its key: times as microseconds.
CursorOrder orderOf(const api::QueueQuery &query)
{
    return {QStringLiteral("queue %1 %2").arg(toText(query.sortBy), toText(query.sortOrder)), CursorKey::BigInteger};
}

} // namespace

Result<Page<api::QueueItem>> QueueService::list(const Actor &actor, const api::QueueQuery &query) const
{
    const auto start = pageStart(query.cursor, orderOf(query), query.page, query.pageSize);
    if (!start)
        return start.error();
    return UnitOfWork::run<Page<api::QueueItem>>(m_context, actor, [&](UnitOfWork &unit) -> Result<Page<api::QueueItem>> {
        QueueRepo queue(unit.transaction(), unit.tenant());
        // A cursor goes on in the order of its first page: ageing must not move cases past it.
        const Instant asOf = start->asOf.value_or(unit.now());
        const auto listed = queue.list(query, actor.user, asOf, start->start);
        if (!listed)
            return listed.error();
        const auto total = queue.count(query, actor.user, asOf, kCountCap + 1);
        if (!total)
            return total.error();
        Page<api::QueueItem> page;
        page.total = std::min<qint64>(*total, kCountCap);
        page.totalIsExact = *total <= kCountCap;
        page.page = query.page;
        page.pageSize = query.pageSize;
        for (const QueueRepo::Listed &row : *listed)
            page.items.append(row.item);
        if (listed->size() == query.pageSize)
            page.nextCursor = makeCursor(orderOf(query), QString::number(listed->last().sortKey), listed->last().item.queueId.uuid(), asOf);
        return page;
    });
}

Result<api::QueueSummary> QueueService::summary(const Actor &actor) const
{
    return UnitOfWork::run<api::QueueSummary>(m_context, actor, [&](UnitOfWork &unit) {
        return QueueRepo(unit.transaction(), unit.tenant()).summary(actor.user, unit.now());
    });
}

Result<api::QueueItem> QueueService::assign(const Actor &actor, QueueId id, const api::AssignCase &request,
                                            std::optional<int> version) const
{
    const std::optional<UserId> analyst = request.analystId ? request.analystId : actor.user;
    if (!analyst)
        return Error{ErrorCode::Forbidden, QStringLiteral("forbidden"), QStringLiteral("only a person can take a case"), {}};
    if (analyst != actor.user && !mayActForOthers(actor))
        return Error{ErrorCode::Forbidden, QStringLiteral("forbidden"),
                     QStringLiteral("giving cases to others needs %1").arg(toText(Permission::DecisionApproveOverride)), {}};
    return UnitOfWork::run<api::QueueItem>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::QueueItem> {
        QueueRepo queue(unit.transaction(), unit.tenant());
        if (auto able = checkAnalyst(queue, *analyst); !able)
            return able.error();
        const auto entry = lockForMove(queue, id, QueueStatus::Assigned, version);
        if (!entry)
            return entry.error();
        if (auto done = queue.assign(id, *analyst, unit.now()); !done)
            return done.error();
        return itemAfter(unit, *entry, "assigned", {{QStringLiteral("queue_status"), toText(QueueStatus::Assigned)},
                                                    {QStringLiteral("analyst_id"), analyst->toString()}});
    });
}

Result<api::QueueItem> QueueService::start(const Actor &actor, QueueId id, std::optional<int> version) const
{
    return UnitOfWork::run<api::QueueItem>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::QueueItem> {
        QueueRepo queue(unit.transaction(), unit.tenant());
        const auto entry = lockForMove(queue, id, QueueStatus::InProgress, version);
        if (!entry)
            return entry.error();
        if (entry->analyst != actor.user)
            return conflict("not_yours", QStringLiteral("The case is assigned to somebody else."));
        if (entry->status != QueueStatus::Assigned)
            return notAllowed(entry->status, QueueStatus::InProgress);
        if (auto done = queue.start(id, unit.now()); !done)
            return done.error();
        return itemAfter(unit, *entry, "started", {{QStringLiteral("queue_status"), toText(QueueStatus::InProgress)}});
    });
}

Result<api::QueueItem> QueueService::release(const Actor &actor, QueueId id, const api::ReleaseCase &request,
                                             std::optional<int> version) const
{
    return UnitOfWork::run<api::QueueItem>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::QueueItem> {
        QueueRepo queue(unit.transaction(), unit.tenant());
        const auto entry = lockForMove(queue, id, QueueStatus::Pending, version);
        if (!entry)
            return entry.error();
        if (entry->analyst != actor.user && !mayActForOthers(actor))
            return conflict("not_yours", QStringLiteral("The case is assigned to somebody else."));
        const auto working = TenantRepo(unit.transaction()).workingTime(unit.tenant());
        if (!working)
            return working.error();
        const int releases = entry->releases + 1;
        const Duration left = working->between(unit.now(), entry->slaDeadline);
        const Priority priority = calculatePriority({entry->flagged, entry->amount, left, releases});
        const bool escalate = releases >= kReleasesUntilEscalation;
        if (auto done = queue.release(id, priority, escalate, unit.now()); !done)
            return done.error();
        return itemAfter(unit, *entry, "released", {{QStringLiteral("queue_status"), toText(QueueStatus::Pending)},
                                                    {QStringLiteral("analyst_id"), QJsonValue()},
                                                    {QStringLiteral("releases"), releases},
                                                    {QStringLiteral("release_reason"), request.reason}});
    });
}

} // namespace countersign
