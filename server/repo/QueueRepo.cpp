#include "server/repo/QueueRepo.h"

#include "core/access/Permission.h"
#include "server/repo/RowRead.h"

namespace countersign {

Result<void> QueueRepo::insertMany(const QList<NewQueueEntry> &entries, const SlaTimes &sla, Instant now)
{
    if (entries.isEmpty())
        return {};
    QJsonArray rows;
    for (const NewQueueEntry &entry : entries)
        rows.append(QJsonObject{{QStringLiteral("id"), entry.id.toString()},
                                {QStringLiteral("application_id"), entry.applicationId.toString()},
                                {QStringLiteral("priority"), entry.priority.value},
                                {QStringLiteral("priority_reason"), entry.priority.reason},
                                {QStringLiteral("flagged"), entry.flagged},
                                {QStringLiteral("routing_reason"), toText(entry.reason)},
                                {QStringLiteral("score_at_routing"), entry.score ? QJsonValue(*entry.score) : QJsonValue()}});
    Query insert = m_transaction.query("queue/insert_many");
    return insert.bind("tenant_id", m_tenant)
        .bind("rows", rows)
        .bind("sla_warn_at", sla.warning)
        .bind("sla_deadline", sla.deadline)
        .bind("now", now)
        .exec();
}

Result<std::optional<LockedEntry>> QueueRepo::lock(QueueId id)
{
    Query row = m_transaction.query("queue/lock");
    if (auto done = row.bind("tenant_id", m_tenant).bind("id", id).exec(); !done)
        return done.error();
    if (!row.next())
        return std::optional<LockedEntry>();
    LockedEntry entry;
    entry.id = id;
    entry.applicationId = row.get<ApplicationId>("application_id");
    entry.status = repo::enumOf<QueueStatus>(row, "status");
    entry.analyst = row.get<std::optional<UserId>>("analyst_id");
    entry.releases = row.get<int>("releases");
    entry.flagged = row.get<bool>("flagged");
    entry.slaDeadline = row.get<Instant>("sla_deadline");
    entry.startedAt = row.get<std::optional<Instant>>("started_at");
    entry.version = row.get<int>("version");
    entry.amount = repo::amountOf(row, "amount_minor", repo::currencyOf(row));
    entry.escalated = row.get<bool>("escalated");
    if (const auto by = row.get<std::optional<UserId>>("undo_by"))
        entry.undo = UndoState{*by, row.get<Instant>("undo_until"), row.get<int>("undo_version"), repo::enumOf<QueueStatus>(row, "undo_status"),
                               row.get<std::optional<UserId>>("undo_analyst"), row.get<int>("undo_releases")};
    return std::optional(entry);
}

Result<std::optional<OpenEntry>> QueueRepo::lockOpenOf(ApplicationId application)
{
    Query row = m_transaction.query("queue/lock_open_of_application");
    if (auto done = row.bind("tenant_id", m_tenant).bind("application_id", application).exec(); !done)
        return done.error();
    if (!row.next())
        return std::optional<OpenEntry>();
    OpenEntry entry;
    entry.id = row.get<QueueId>("id");
    entry.status = repo::enumOf<QueueStatus>(row, "status");
    entry.analyst = row.get<std::optional<UserId>>("analyst_id");
    entry.analystName = row.get<QString>("analyst_name");
    entry.startedAt = row.get<std::optional<Instant>>("started_at");
    return std::optional(entry);
}

Result<std::optional<LockedAnalyst>> QueueRepo::lockAnalyst(UserId analyst)
{
    Query user = m_transaction.query("queue/lock_analyst");
    if (auto done = user.bind("tenant_id", m_tenant).bind("analyst_id", analyst).exec(); !done)
        return done.error();
    if (!user.next())
        return std::optional<LockedAnalyst>();
    LockedAnalyst locked;
    locked.role = repo::enumOf<Role>(user, "role");
    const PermissionSet held = effectivePermissions(locked.role,
                                                    PermissionSet::fromTexts(user.get<QStringList>("grants")),
                                                    PermissionSet::fromTexts(user.get<QStringList>("denials")));
    locked.mayReview = user.get<bool>("is_active") && held.contains(Permission::DecisionCreate);
    Query active = m_transaction.query("queue/count_active");
    if (auto done = active.bind("tenant_id", m_tenant).bind("analyst_id", analyst).exec(); !done)
        return done.error();
    active.next();
    locked.activeCases = active.get<int>("active");
    return std::optional(locked);
}

Result<void> QueueRepo::assign(QueueId id, UserId analyst, Instant now)
{
    Query update = m_transaction.query("queue/assign");
    return update.bind("tenant_id", m_tenant).bind("id", id).bind("analyst_id", analyst).bind("now", now).exec();
}

Result<void> QueueRepo::start(QueueId id, Instant now)
{
    Query update = m_transaction.query("queue/start");
    return update.bind("tenant_id", m_tenant).bind("id", id).bind("now", now).exec();
}

Result<void> QueueRepo::release(QueueId id, const Priority &priority, bool escalate, Instant now)
{
    Query update = m_transaction.query("queue/release");
    return update.bind("tenant_id", m_tenant)
        .bind("id", id)
        .bind("priority", priority.value)
        .bind("priority_reason", priority.reason)
        .bind("escalated", escalate)
        .bind("now", now)
        .exec();
}

Result<void> QueueRepo::setStatus(QueueId id, QueueStatus status, Instant now)
{
    Query update = m_transaction.query("queue/complete");
    return update.bind("tenant_id", m_tenant).bind("id", id).bind("status", toText(status)).bind("now", now).exec();
}

Result<std::optional<QueueId>> QueueRepo::lockNext(const NextFilter &filter, Instant now)
{
    Query row = m_transaction.query("queue/next");
    row.bind("tenant_id", m_tenant)
        .bind("user_id", filter.user)
        .bind("max_amount_minor", filter.maxAmount ? std::optional(repo::minorOf(*filter.maxAmount, filter.currency)) : std::nullopt)
        .bind("skipped_since", filter.skippedSince)
        .bind("now", now);
    if (auto done = row.exec(); !done)
        return done.error();
    return row.next() ? std::optional(row.get<QueueId>("id")) : std::nullopt;
}

Result<void> QueueRepo::skip(QueueId id, UserId user, SkipReason reason, Instant now)
{
    Query insert = m_transaction.query("queue/insert_skip");
    insert.bind("tenant_id", m_tenant).bind("queue_id", id).bind("user_id", user).bind("reason", toText(reason)).bind("now", now);
    if (auto done = insert.exec(); !done)
        return done;
    Query update = m_transaction.query("queue/give_back");
    return update.bind("tenant_id", m_tenant).bind("id", id).bind("skips", 1).bind("now", now).exec();
}

Result<void> QueueRepo::giveBack(QueueId id, Instant now)
{
    Query update = m_transaction.query("queue/give_back");
    return update.bind("tenant_id", m_tenant).bind("id", id).bind("skips", 0).bind("now", now).exec();
}

Result<void> QueueRepo::recuse(ApplicationId application, UserId user, RecusalRelation relation, Instant now)
{
    Query insert = m_transaction.query("queue/insert_recusal");
    return insert.bind("tenant_id", m_tenant)
        .bind("application_id", application)
        .bind("user_id", user)
        .bind("relation", toText(relation))
        .bind("now", now)
        .exec();
}

Result<bool> QueueRepo::isRecused(ApplicationId application, UserId user)
{
    Query row = m_transaction.query("queue/is_recused");
    if (auto done = row.bind("tenant_id", m_tenant).bind("application_id", application).bind("user_id", user).exec(); !done)
        return done.error();
    row.next();
    return row.get<bool>("recused");
}

Result<void> QueueRepo::escalate(QueueId id, Instant now)
{
    Query update = m_transaction.query("queue/escalate");
    return update.bind("tenant_id", m_tenant).bind("id", id).bind("now", now).exec();
}

Result<void> QueueRepo::setFlag(QueueId id, bool flagged, const Priority &priority, Instant now)
{
    Query update = m_transaction.query("queue/set_flag");
    return update.bind("tenant_id", m_tenant)
        .bind("id", id)
        .bind("flagged", flagged)
        .bind("priority", priority.value)
        .bind("priority_reason", priority.reason)
        .bind("now", now)
        .exec();
}

Result<void> QueueRepo::requestHelp(QueueId id, Instant now)
{
    Query update = m_transaction.query("queue/request_help");
    return update.bind("tenant_id", m_tenant).bind("id", id).bind("now", now).exec();
}

Result<void> QueueRepo::remember(QueueId id, UserId user, Instant until)
{
    Query update = m_transaction.query("queue/remember");
    return update.bind("tenant_id", m_tenant).bind("id", id).bind("user_id", user).bind("until", until).exec();
}

Result<void> QueueRepo::undo(QueueId id, Instant now)
{
    Query update = m_transaction.query("queue/undo");
    return update.bind("tenant_id", m_tenant).bind("id", id).bind("now", now).exec();
}

} // namespace countersign
