// What receivers of webhooks hear, and of which entries of the record it is made: one table, ids and outcomes only.
#pragma once

#include "core/audit/AuditEntry.h"
#include "core/base/EnumText.h"
#include "core/base/Instant.h"
#include "core/notify/MailTexts.h"

#include <QList>

#include <optional>

namespace countersign {

enum class WebhookEvent {
    ScoringCompleted,
    ApplicationStatusChanged,
    DecisionCreated, ///< by a person or by the policy
    OverrideDecided, ///< the second person has signed or refused to
    SlaBreached,
    Test, ///< asked for by an administrator; needs no subscription
};

template <>
inline constexpr auto enumTexts<WebhookEvent> = std::array{
    EnumText{WebhookEvent::ScoringCompleted, "scoring_completed"},
    EnumText{WebhookEvent::ApplicationStatusChanged, "application_status_changed"},
    EnumText{WebhookEvent::DecisionCreated, "decision_created"},
    EnumText{WebhookEvent::OverrideDecided, "override_decided"},
    EnumText{WebhookEvent::SlaBreached, "sla_breached"},
    EnumText{WebhookEvent::Test, "test"},
};

struct WebhookMessage {
    WebhookEvent event;
    QJsonObject data;
};

/// None for what concerns no receiver. An entry is masked before, and only members of a closed list are taken from it, so
/// that nothing personal can leave.
QList<WebhookMessage> webhookMessagesOf(const MaskedEntry &entry);

/// The body that is sent: `{"type", "timestamp", "data"}`.
QByteArray webhookBody(const WebhookMessage &message, Instant now);

/// What the applicant hears of it, when the bank's settings say so.
std::optional<ApplicantMail> applicantMailOf(const MaskedEntry &entry);

} // namespace countersign
