#include "server/service/CaseService.h"

#include "server/repo/ApplicationRepo.h"
#include "server/repo/PolicyRepo.h"
#include "server/service/Blindness.h"
#include "server/service/CaseRead.h"
#include "server/service/Cursor.h"

namespace countersign {

namespace {

/// A search that finds more than this wants more letters.
constexpr int kMaxFound = 1000;

CursorOrder orderOf(const api::ApplicationQuery &query)
{
    const CursorKey key = query.sortBy == api::ApplicationSort::CreatedAt ? CursorKey::Time
        : query.sortBy == api::ApplicationSort::Score                     ? CursorKey::Integer
                                                                          : CursorKey::BigInteger;
    return {QStringLiteral("applications %1 %2").arg(toText(query.sortBy), toText(query.sortOrder)), key};
}

/// The value of the sort column in the text form of its type.
QString sortKeyOf(const api::ApplicationItem &item, api::ApplicationSort sort)
{
    switch (sort) {
    case api::ApplicationSort::Amount:
        return QString::number(Money::fromAmount(item.amount, item.currency)->minor());
    case api::ApplicationSort::Score:
        return QString::number(item.score.value_or(0));
    case api::ApplicationSort::CreatedAt:
        break;
    }
    return toIso(item.createdAt);
}

} // namespace

Result<Page<api::ApplicationItem>> CaseService::list(const Actor &actor, const api::ApplicationQuery &query) const
{
    const auto start = pageStart(query.cursor, orderOf(query), query.page, query.pageSize);
    if (!start)
        return start.error();
    return UnitOfWork::run<Page<api::ApplicationItem>>(m_context, actor, [&](UnitOfWork &unit) -> Result<Page<api::ApplicationItem>> {
        const auto hidden = hiddenFrom(unit);
        if (!hidden)
            return hidden.error();
        ApplicationRepo applications(unit.transaction(), unit.tenant());
        std::optional<QStringList> ids;
        if (query.search) {
            auto found = applications.search(query.search->trimmed(), kMaxFound, unit.keys());
            if (!found)
                return found.error();
            ids = std::move(*found);
        }
        const auto items = applications.list(query, {ids, *hidden}, start->start, unit.keys());
        if (!items)
            return items.error();
        const auto total = applications.count(query, {ids, *hidden}, kCountCap + 1);
        if (!total)
            return total.error();
        Page<api::ApplicationItem> page{*items, std::min<qint64>(*total, kCountCap), *total <= kCountCap, query.page, query.pageSize, {}};
        if (ids && ids->size() >= kMaxFound)
            page.totalIsExact = false;
        if (items->size() == query.pageSize)
            page.nextCursor = makeCursor(orderOf(query), sortKeyOf(items->last(), query.sortBy), items->last().id.uuid(), unit.now());
        return page;
    });
}

Result<api::CaseDetail> CaseService::detail(const Actor &actor, ApplicationId id) const
{
    auto read = UnitOfWork::run<api::CaseDetail>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::CaseDetail> {
        auto found = readCase(unit, id);
        if (!found)
            return found.error();
        if (!*found)
            return Error{ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such application."), {}};
        const auto hidden = hiddenFrom(unit);
        if (!hidden)
            return hidden.error();
        return *hidden == id ? blinded(**found) : without(*hidden, std::move(**found));
    });
    if (read)
        m_context.observe(actor, {"application", id.uuid(), "viewed", {}, {}});
    return read;
}

Result<api::SystemInfo> CaseService::systemInfo(const Actor &actor) const
{
    return UnitOfWork::run<api::SystemInfo>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::SystemInfo> {
        PolicyRepo policies(unit.transaction(), unit.tenant());
        api::SystemInfo info;
        const auto model = policies.productionModel();
        if (!model)
            return model.error();
        if (*model)
            info.model = api::ModelInfo{(*model)->id.toString(), (*model)->version, (*model)->bundle, (*model)->algorithm};
        const auto active = policies.active();
        if (!active && active.error().code != ErrorCode::Unavailable)
            return active.error();
        if (active) {
            const Policy &policy = active->policy;
            info.policyVersion = policy.version;
            info.cutoffs = api::Cutoffs{policy.autoApproveMin, policy.autoDeclineMax, policy.recommendationCutoff};
            info.indicativeRate = policy.indicativeRate;
            info.bandOverrideApproval = policy.bandOverrideApproval;
        }
        return info;
    });
}

} // namespace countersign
