#include "server/service/DecisionReader.h"

#include "server/repo/DecisionRepo.h"
#include "server/service/Blindness.h"
#include "server/service/Cursor.h"

namespace countersign {

namespace {

const CursorOrder kOrder{QStringLiteral("decisions"), CursorKey::Time};

} // namespace

Result<Page<api::DecisionItem>> DecisionReader::list(const Actor &actor, const api::DecisionQuery &query) const
{
    const auto start = pageStart(query.cursor, kOrder, query.page, query.pageSize);
    if (!start)
        return start.error();
    return UnitOfWork::run<Page<api::DecisionItem>>(
        m_context, actor, [&](UnitOfWork &unit) -> Result<Page<api::DecisionItem>> {
            const auto hidden = hiddenFrom(unit);
            if (!hidden)
                return hidden.error();
            const DecisionLimits limits{actor.apiKey, *hidden};
            DecisionRepo decisions(unit.transaction(), unit.tenant());
            auto items = decisions.list(query, limits, start->start, unit.keys());
            if (!items)
                return items.error();
            const auto total = decisions.count(query, limits, kCountCap + 1);
            if (!total)
                return total.error();
            Page<api::DecisionItem> page{std::move(*items),   std::min<qint64>(*total, kCountCap),
                                         *total <= kCountCap, query.page,
                                         query.pageSize,      {}};
            if (page.items.size() == query.pageSize)
                page.nextCursor =
                    makeCursor(kOrder, toIso(page.items.last().decidedAt), page.items.last().id.uuid(), unit.now());
            return page;
        });
}

Result<api::DecisionInfo> DecisionReader::get(const Actor &actor, DecisionId id) const
{
    return UnitOfWork::run<api::DecisionInfo>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::DecisionInfo> {
        auto found = DecisionRepo(unit.transaction(), unit.tenant()).get(id, unit.keys(), actor.apiKey);
        if (!found)
            return found.error();
        if (!*found)
            return Error{
                ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such decision."), {}};
        if (auto open = checkNotHidden(unit, (*found)->applicationId); !open)
            return open.error();
        return std::move(**found);
    });
}

} // namespace countersign
