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

} // namespace

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

} // namespace countersign
