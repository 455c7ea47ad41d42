#include "core/notify/WebhookEvents.h"

#include "core/application/ApplicationStatus.h"

#include <QJsonDocument>

namespace countersign {

namespace {

constexpr char kApplication[] = "application";

/// What moved the application's status, if it did.
struct StatusMove {
    QString from;
    std::optional<ApplicationStatus> to;

    explicit StatusMove(const MaskedEntry &entry)
        : from(entry.oldValue.value(QLatin1String("status")).toString()),
          to(fromText<ApplicationStatus>(entry.newValue.value(QLatin1String("status")).toString()))
    {
    }
    bool happened() const { return to && !from.isEmpty() && toText(*to) != from; }
    bool isDecided() const
    {
        return happened() && (to == ApplicationStatus::Approved || to == ApplicationStatus::Declined);
    }
};

struct EventRow {
    const char *action;
    WebhookEvent event;
    bool onlyDecided; ///< the entry stands for a decision only when it has ended the application
};

constexpr std::array kEvents{
    EventRow{"scored", WebhookEvent::ScoringCompleted, false},
    EventRow{"scored", WebhookEvent::DecisionCreated, true},
    EventRow{"decided", WebhookEvent::DecisionCreated, false},
    EventRow{"override_approved", WebhookEvent::OverrideDecided, false},
    EventRow{"override_rejected", WebhookEvent::OverrideDecided, false},
    EventRow{"sla_breached", WebhookEvent::SlaBreached, false},
};

/// The members of an entry that leave the house.
constexpr std::array kMembers{"status", "decision_id", "decision_status", "outcome", "override", "route", "queue_id"};

QJsonObject dataOf(const MaskedEntry &entry, const StatusMove &move)
{
    QJsonObject data{{QStringLiteral("application_id"), entry.entityId.toString(QUuid::WithoutBraces)}};
    for (const char *member : kMembers)
        if (const QJsonValue value = entry.newValue.value(QLatin1String(member));
            !value.isNull() && !value.isUndefined())
            data.insert(QLatin1String(member), value);
    if (move.happened())
        data.insert(QStringLiteral("previous_status"), move.from);
    return data;
}

} // namespace

QList<WebhookMessage> webhookMessagesOf(const MaskedEntry &entry)
{
    if (qstrcmp(entry.entityType, kApplication) != 0)
        return {};
    const StatusMove move(entry);
    QList<WebhookMessage> messages;
    for (const EventRow &row : kEvents) {
        if (qstrcmp(row.action, entry.action) != 0 || (row.onlyDecided && !move.isDecided()))
            continue;
        QJsonObject data = dataOf(entry, move);
        if (row.onlyDecided)
            data.insert(QStringLiteral("outcome"), toText(*move.to));
        messages.append({row.event, data});
    }
    if (move.happened())
        messages.append({WebhookEvent::ApplicationStatusChanged, dataOf(entry, move)});
    return messages;
}

QByteArray webhookBody(const WebhookMessage &message, Instant now)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("type"), toText(message.event)},
                                     {QStringLiteral("timestamp"), toIso(now)},
                                     {QStringLiteral("data"), message.data}})
        .toJson(QJsonDocument::Compact);
}

std::optional<ApplicantMail> applicantMailOf(const MaskedEntry &entry)
{
    if (qstrcmp(entry.entityType, kApplication) != 0)
        return std::nullopt;
    const StatusMove move(entry);
    if (move.isDecided())
        return ApplicantMail::DecisionMade;
    const bool waits = move.happened() && move.to == ApplicationStatus::AwaitingDocuments;
    return waits ? std::optional(ApplicantMail::DocumentsRequested) : std::nullopt;
}

} // namespace countersign
