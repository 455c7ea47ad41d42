#include "server/repo/AuditRepo.h"

#include "core/json/Json.h"

namespace countersign {

namespace {

/// The one thing of an entry that a timeline has room for.
std::optional<QString> detailOf(const QJsonObject &value)
{
    for (const char *key : {"reason", "outcome", "source"}) {
        const QString text = value.value(QLatin1String(key)).toString();
        if (!text.isEmpty())
            return text;
    }
    return std::nullopt;
}

QJsonValue orNull(const QUuid &id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(id.toString(QUuid::WithoutBraces));
}

QJsonObject rowOf(const ObservedEntry &observed)
{
    const MaskedEntry &entry = observed.entry;
    const Actor &actor = observed.actor;
    const AuditActorColumns who = actorColumnsOf(actor);
    return {{QStringLiteral("id"), orNull(observed.id)},
            {QStringLiteral("entity_type"), QLatin1String(entry.entityType)},
            {QStringLiteral("entity_id"), orNull(entry.entityId)},
            {QStringLiteral("action"), QLatin1String(entry.action)},
            {QStringLiteral("actor_type"), who.type},
            {QStringLiteral("actor_id"), orNull(who.id.value_or(QUuid()))},
            {QStringLiteral("address"), actor.address.isEmpty() ? QJsonValue() : QJsonValue(actor.address)},
            {QStringLiteral("request_id"), orNull(actor.requestId)},
            {QStringLiteral("new_value"), entry.newValue.isEmpty() ? QJsonValue() : QJsonValue(entry.newValue)},
            {QStringLiteral("occurred_at"), toIso(observed.at)}};
}

std::optional<QJsonObject> objectOf(const Query &row, const char *column)
{
    return row.get<std::optional<QJsonObject>>(column);
}

api::AuditItem itemOf(const Query &row)
{
    api::AuditItem item;
    item.id = row.get<QUuid>("id");
    item.occurredAt = row.get<Instant>("occurred_at");
    item.actor = {row.get<QString>("actor_type"), row.get<std::optional<QUuid>>("actor_id"), row.get<std::optional<QString>>("actor_name")};
    item.address = row.get<std::optional<QString>>("address");
    item.requestId = row.get<std::optional<QUuid>>("request_id");
    item.entityType = row.get<QString>("entity_type");
    item.entityId = row.get<QUuid>("entity_id");
    item.action = row.get<QString>("action");
    item.oldValue = objectOf(row, "old_value");
    item.newValue = objectOf(row, "new_value");
    item.diff = objectOf(row, "diff");
    item.sequence = row.get<std::optional<qint64>>("sequence");
    return item;
}

void bindFilters(Query &query, const api::AuditQuery &filter)
{
    query.bind("entity_type", filter.entityType)
        .bind("entity_id", filter.entityId)
        .bind("actor_id", filter.user)
        .bind("action", filter.action)
        .bind("from_date", filter.fromDate)
        .bind("to_date", filter.toDate);
}

} // namespace

AuditActorColumns actorColumnsOf(const Actor &actor)
{
    if (actor.apiKey)
        return {QStringLiteral("api_key"), actor.apiKey->uuid()};
    return actor.user ? AuditActorColumns{QStringLiteral("user"), actor.user->uuid()} : AuditActorColumns{QStringLiteral("system"), {}};
}

Result<QList<api::AuditItem>> AuditRepo::list(const api::AuditQuery &query, const std::optional<PageStart> &start)
{
    if (auto planned = m_transaction.query("session/plan_for_values").exec(); !planned)
        return planned.error();
    Query page = m_transaction.query("audit/list");
    bindFilters(page, query);
    page.bind("tenant_id", m_tenant)
        .bind("after_key", start ? std::optional(start->afterKey) : std::nullopt)
        .bind("after_id", start ? std::optional(start->afterId) : std::nullopt)
        .bind("limit", query.pageSize)
        .bind("offset", start ? 0 : (query.page - 1) * query.pageSize);
    if (auto done = page.exec(); !done)
        return done.error();
    QList<api::AuditItem> items;
    while (page.next())
        items.append(itemOf(page));
    return items;
}

Result<qint64> AuditRepo::count(const api::AuditQuery &query, int cap)
{
    Query counted = m_transaction.query("audit/count");
    bindFilters(counted, query);
    if (auto done = counted.bind("tenant_id", m_tenant).bind("cap", cap).exec(); !done)
        return done.error();
    counted.next();
    return counted.get<qint64>("total");
}

Result<void> AuditRepo::appendObserved(const QList<ObservedEntry> &entries)
{
    QJsonArray rows;
    for (const ObservedEntry &entry : entries)
        rows.append(rowOf(entry));
    Query append = m_transaction.query("audit/append_observed_many");
    return append.bind("tenant_id", m_tenant).bind("rows", rows).exec();
}

Result<QList<api::TimelineEntry>> AuditRepo::timelineOf(ApplicationId application)
{
    Query row = m_transaction.query("audit/timeline");
    if (auto done = row.bind("tenant_id", m_tenant).bind("application_id", application).exec(); !done)
        return done.error();
    QList<api::TimelineEntry> entries;
    while (row.next())
        entries.append({row.get<Instant>("occurred_at"), row.get<QString>("action"), row.get<std::optional<QString>>("actor"),
                        detailOf(row.get<QJsonObject>("new_value"))});
    return entries;
}

Result<std::optional<api::TimelineEntry>> AuditRepo::lastChangeOf(ApplicationId application)
{
    Query row = m_transaction.query("audit/last_change");
    if (auto done = row.bind("tenant_id", m_tenant).bind("application_id", application).exec(); !done)
        return done.error();
    if (!row.next())
        return std::optional<api::TimelineEntry>();
    return std::optional(api::TimelineEntry{row.get<Instant>("occurred_at"), row.get<QString>("action"),
                                            row.get<std::optional<QString>>("actor"), {}});
}

} // namespace countersign
