#include "server/repo/PriorityRepo.h"

#include "server/repo/RowRead.h"

namespace countersign {

Result<QList<EntryToPrioritise>> PriorityRepo::lockDue(int limit, Instant now)
{
    Query row = m_transaction.query("queue/lock_priorities_due");
    if (auto done = row.bind("tenant_id", m_tenant).bind("limit", limit).bind("now", now).exec(); !done)
        return done.error();
    QList<EntryToPrioritise> entries;
    while (row.next())
        entries.append({row.get<QueueId>("id"), row.get<bool>("flagged"), row.get<int>("releases"),
                        repo::amountOf(row, "amount_minor", repo::currencyOf(row)), row.get<Instant>("sla_deadline")});
    return entries;
}

Result<void> PriorityRepo::set(const QList<NewPriority> &priorities, Instant now)
{
    if (priorities.isEmpty())
        return {};
    QJsonArray rows;
    for (const NewPriority &one : priorities)
        rows.append(QJsonObject{{QStringLiteral("id"), one.id.toString()},
                                {QStringLiteral("priority"), one.priority.value},
                                {QStringLiteral("priority_reason"), one.priority.reason},
                                {QStringLiteral("due_at"), one.dueAt ? QJsonValue(toIso(*one.dueAt)) : QJsonValue()}});
    Query update = m_transaction.query("queue/set_priorities_many");
    return update.bind("tenant_id", m_tenant).bind("rows", rows).bind("now", now).exec();
}

} // namespace countersign
