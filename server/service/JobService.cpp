#include "server/service/JobService.h"

#include "server/repo/RowRead.h"
#include "server/service/Cursor.h"

namespace countersign {

namespace {

const CursorOrder kOrder{QStringLiteral("jobs"), CursorKey::Time};

/// Whose jobs the actor sees; nothing: everybody's.
std::optional<TenantId> tenantOf(const Actor &actor)
{
    return actor.may(Permission::TenantManage) ? std::nullopt : std::optional(actor.tenant);
}

api::JobInfo jobOf(const Query &row)
{
    api::JobInfo job;
    job.id = row.get<JobId>("id");
    job.queue = repo::enumOf<JobQueue>(row, "queue");
    job.kind = row.get<QString>("kind");
    job.state = repo::enumOf<JobState>(row, "state");
    job.attempts = row.get<int>("attempts");
    job.maxAttempts = row.get<int>("max_attempts");
    job.lastError = row.get<std::optional<QString>>("last_error");
    job.runAt = row.get<Instant>("run_at");
    job.createdAt = row.get<Instant>("created_at");
    job.finishedAt = row.get<std::optional<Instant>>("finished_at");
    return job;
}

Result<api::JobInfo> read(UnitOfWork &unit, JobId id)
{
    Query row = unit.query("job/get");
    if (auto done = row.bind("id", id).bind("owner_tenant", tenantOf(unit.actor())).exec(); !done)
        return done.error();
    if (!row.next())
        return Error{ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such job."), {}};
    return jobOf(row);
}

} // namespace

Result<Page<api::JobInfo>> JobService::list(const Actor &actor, const api::JobQuery &query) const
{
    const auto start = pageStart(query.cursor, kOrder, query.page, query.pageSize);
    if (!start)
        return start.error();
    return UnitOfWork::run<Page<api::JobInfo>>(m_context, actor, [&](UnitOfWork &unit) -> Result<Page<api::JobInfo>> {
        const std::optional<QString> queue = query.queue ? std::optional(toText(*query.queue)) : std::nullopt;
        Query count = unit.query("job/count");
        count.bind("state", toText(query.state)).bind("owner_tenant", tenantOf(actor)).bind("queue", queue).bind("cap", kCountCap + 1);
        if (auto done = count.exec(); !done)
            return done.error();
        count.next();
        const qint64 total = count.get<qint64>("total");
        Page<api::JobInfo> page{{}, std::min<qint64>(total, kCountCap), total <= kCountCap, query.page, query.pageSize, {}};
        Query list = unit.query("job/list");
        list.bind("state", toText(query.state))
            .bind("owner_tenant", tenantOf(actor))
            .bind("queue", queue)
            .bind("after_key", start->start ? std::optional(start->start->afterKey) : std::nullopt)
            .bind("after_id", start->start ? std::optional(start->start->afterId) : std::nullopt)
            .bind("limit", query.pageSize)
            .bind("offset", start->start ? 0 : (query.page - 1) * query.pageSize);
        if (auto done = list.exec(); !done)
            return done.error();
        while (list.next())
            page.items.append(jobOf(list));
        if (page.items.size() == query.pageSize)
            page.nextCursor = makeCursor(kOrder, toIso(page.items.last().createdAt), page.items.last().id.uuid(), unit.now());
        return page;
    });
}

Result<api::JobInfo> JobService::get(const Actor &actor, JobId id) const
{
    return UnitOfWork::run<api::JobInfo>(m_context, actor, [id](UnitOfWork &unit) { return read(unit, id); });
}

Result<api::JobInfo> JobService::redrive(const Actor &actor, JobId id) const
{
    const auto redriven = UnitOfWork::run<api::JobInfo>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::JobInfo> {
        const auto before = read(unit, id);
        if (!before)
            return before.error();
        Query update = unit.query("job/redrive");
        if (auto done = update.bind("id", id).bind("owner_tenant", tenantOf(actor)).bind("now", unit.now()).exec(); !done)
            return done.error();
        if (!update.next())
            return Error{ErrorCode::Conflict, QStringLiteral("not_dead"), QStringLiteral("The job is %1.").arg(toText(before->state)), {}};
        unit.audit({"job", id.uuid(), "redriven", {}, {{QStringLiteral("kind"), before->kind}, {QStringLiteral("queue"), toText(before->queue)}}});
        return read(unit, id);
    });
    if (redriven)
        m_context.wake(redriven->queue);
    return redriven;
}

Result<void> JobService::pause(JobQueue queue) const
{
    Query pause = Query::alone(m_context.database, "job/pause_queue");
    return pause.bind("queue", toText(queue)).bind("now", m_context.clock.now()).exec();
}

Result<void> JobService::resume(JobQueue queue) const
{
    Query resume = Query::alone(m_context.database, "job/resume_queue");
    return resume.bind("queue", toText(queue)).exec();
}

} // namespace countersign
