#include "server/service/QueueService.h"

#include "server/repo/QueueRepo.h"
#include "server/service/Cursor.h"

namespace countersign {

namespace {

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
        const auto listed = queue.list(query, actor.user, asOf, start->start, unit.keys());
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

} // namespace countersign
