#include "server/repo/DeadlineRepo.h"

#include "server/repo/RowRead.h"

namespace countersign {

namespace {

QStringList textsOf(const QList<ApplicationId> &ids)
{
    QStringList texts;
    for (const ApplicationId id : ids)
        texts.append(id.toString());
    return texts;
}

LegalDeadline deadlineOf(const Query &row)
{
    LegalDeadline deadline;
    deadline.kind = repo::enumOf<DeadlineKind>(row, "kind");
    deadline.pack = repo::enumOf<RulePackId>(row, "rule_pack");
    deadline.packVersion = row.get<int>("rule_version");
    deadline.startedAt = row.get<Instant>("started_at");
    deadline.dueOn = QDate::fromString(row.get<QString>("due_on"), Qt::ISODate);
    deadline.dueAt = row.get<Instant>("due_at");
    deadline.nextStepAt = row.get<std::optional<Instant>>("next_step_at");
    deadline.state = repo::enumOf<DeadlineState>(row, "state");
    deadline.endedAt = row.get<std::optional<Instant>>("ended_at");
    return deadline;
}

Result<DeadlinesByApplication> allOf(Query rows)
{
    if (auto done = rows.exec(); !done)
        return done.error();
    DeadlinesByApplication found;
    while (rows.next())
        found[rows.get<ApplicationId>("application_id")].append(deadlineOf(rows));
    return found;
}

QJsonValue timeOrNull(const std::optional<Instant> &time)
{
    return time ? QJsonValue(toIso(*time)) : QJsonValue();
}

QJsonObject rowOf(ApplicationId application, const LegalDeadline &deadline)
{
    return {{QStringLiteral("application_id"), application.toString()},
            {QStringLiteral("kind"), toText(deadline.kind)},
            {QStringLiteral("rule_pack"), toText(deadline.pack)},
            {QStringLiteral("rule_version"), deadline.packVersion},
            {QStringLiteral("started_at"), toIso(deadline.startedAt)},
            {QStringLiteral("due_on"), deadline.dueOn.toString(Qt::ISODate)},
            {QStringLiteral("due_at"), toIso(deadline.dueAt)},
            {QStringLiteral("next_step_at"), timeOrNull(deadline.nextStepAt)},
            {QStringLiteral("state"), toText(deadline.state)},
            {QStringLiteral("ended_at"), timeOrNull(deadline.endedAt)}};
}

} // namespace

Result<DeadlinesByApplication> DeadlineRepo::of(const QList<ApplicationId> &applications)
{
    Query rows = m_transaction.query("deadline/of_applications");
    rows.bind("tenant_id", m_tenant).bind("application_ids", textsOf(applications));
    return allOf(std::move(rows));
}

Result<void> DeadlineRepo::put(const DeadlinesByApplication &changed)
{
    if (changed.isEmpty())
        return {};
    QJsonArray rows;
    for (auto of = changed.begin(); of != changed.end(); ++of)
        for (const LegalDeadline &deadline : of.value())
            rows.append(rowOf(of.key(), deadline));
    Query put = m_transaction.query("deadline/put_many");
    if (auto done = put.bind("tenant_id", m_tenant).bind("rows", rows).exec(); !done)
        return done;
    Query show = m_transaction.query("deadline/show_in_queue");
    return show.bind("tenant_id", m_tenant).bind("application_ids", textsOf(changed.keys())).exec();
}

Result<DeadlinesByApplication> DeadlineRepo::lockDue(int limit, Instant now)
{
    Query rows = m_transaction.query("deadline/lock_due");
    rows.bind("tenant_id", m_tenant).bind("limit", limit).bind("now", now);
    return allOf(std::move(rows));
}

Result<QHash<ApplicationId, std::optional<UserId>>> DeadlineRepo::escalate(const QList<ApplicationId> &applications,
                                                                           Instant now)
{
    Query rows = m_transaction.query("deadline/escalate_in_queue");
    if (auto done =
            rows.bind("tenant_id", m_tenant).bind("application_ids", textsOf(applications)).bind("now", now).exec();
        !done)
        return done.error();
    QHash<ApplicationId, std::optional<UserId>> analysts;
    while (rows.next())
        analysts.insert(rows.get<ApplicationId>("application_id"), rows.get<std::optional<UserId>>("analyst_id"));
    return analysts;
}

} // namespace countersign
