#include "server/service/NoticeService.h"

#include "server/repo/NoticeRepo.h"
#include "server/service/Cursor.h"

namespace countersign {

namespace {

const CursorOrder kOrder{QStringLiteral("notices"), CursorKey::Time};

Error noPerson()
{
    return {ErrorCode::Forbidden, QStringLiteral("forbidden"), QStringLiteral("only a person has notices"), {}};
}

QList<FieldError> faultsOf(const api::NoticePreferencesUpdate &request)
{
    QList<FieldError> faults;
    QSet<int> seen;
    for (qsizetype i = 0; i < request.kinds.size(); ++i) {
        const int kind = int(request.kinds[i].kind);
        if (seen.contains(kind))
            faults.append({QStringLiteral("kinds[%1].kind").arg(i), QStringLiteral("duplicate"),
                           QStringLiteral("is there already")});
        seen.insert(kind);
    }
    return faults;
}

} // namespace

Result<api::NoticePage> NoticeService::list(const Actor &actor, const api::NoticeQuery &query) const
{
    if (!actor.user)
        return noPerson();
    const auto start = pageStart(query.cursor, kOrder, query.page, query.pageSize);
    if (!start)
        return start.error();
    return UnitOfWork::run<api::NoticePage>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::NoticePage> {
        NoticeRepo notices(unit.transaction(), unit.tenant());
        auto items = notices.list(*actor.user, query, start->start);
        if (!items)
            return items.error();
        const auto total = notices.count(*actor.user, query.unread, kCountCap + 1);
        if (!total)
            return total.error();
        const auto unread = notices.count(*actor.user, true, kCountCap);
        if (!unread)
            return unread.error();
        api::NoticePage page{std::move(*items),
                             std::min<qint64>(*total, kCountCap),
                             *total <= kCountCap,
                             query.page,
                             query.pageSize,
                             {},
                             *unread};
        if (page.items.size() == query.pageSize)
            page.nextCursor =
                makeCursor(kOrder, toIso(page.items.last().createdAt), page.items.last().id.uuid(), unit.now());
        return page;
    });
}

Result<void> NoticeService::read(const Actor &actor, NoticeId id) const
{
    if (!actor.user)
        return noPerson();
    const auto done = UnitOfWork::run<bool>(m_context, actor, [&](UnitOfWork &unit) {
        return NoticeRepo(unit.transaction(), unit.tenant()).markRead(*actor.user, id, unit.now());
    });
    if (!done)
        return done.error();
    return *done
        ? Result<void>()
        : Error{ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such notice."), {}};
}

Result<api::NoticesMarked> NoticeService::readAll(const Actor &actor, const api::NoticesRead &request) const
{
    if (!actor.user)
        return noPerson();
    return UnitOfWork::run<api::NoticesMarked>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::NoticesMarked> {
        const auto marked = NoticeRepo(unit.transaction(), unit.tenant())
                                .markAllRead(*actor.user, request.until.value_or(unit.now()), unit.now());
        return marked ? Result<api::NoticesMarked>(api::NoticesMarked{*marked}) : marked.error();
    });
}

Result<api::NoticePreferences> NoticeService::preferencesIn(UnitOfWork &unit) const
{
    auto preferences = NoticeRepo(unit.transaction(), unit.tenant()).preferences(*unit.actor().user);
    if (preferences)
        preferences->sendsMail = m_context.sendsMail;
    return preferences;
}

Result<api::NoticePreferences> NoticeService::preferences(const Actor &actor) const
{
    if (!actor.user)
        return noPerson();
    return UnitOfWork::run<api::NoticePreferences>(m_context, actor,
                                                   [&](UnitOfWork &unit) { return preferencesIn(unit); });
}

Result<api::NoticePreferences> NoticeService::setPreferences(const Actor &actor,
                                                             const api::NoticePreferencesUpdate &request) const
{
    if (!actor.user)
        return noPerson();
    if (const auto faults = faultsOf(request); !faults.isEmpty())
        return Error{ErrorCode::Invalid, QStringLiteral("validation_failed"),
                     QStringLiteral("The preferences have wrong fields; see errors."), faults};
    return UnitOfWork::run<api::NoticePreferences>(
        m_context, actor, [&](UnitOfWork &unit) -> Result<api::NoticePreferences> {
            if (auto set =
                    NoticeRepo(unit.transaction(), unit.tenant()).setPreferences(*actor.user, request, unit.now());
                !set)
                return set.error();
            return preferencesIn(unit);
        });
}

} // namespace countersign
