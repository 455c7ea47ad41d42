// What people are told: a kind, what it is about and whom it is for. Holds no personal data.
#pragma once

#include "core/base/EnumText.h"
#include "core/base/Id.h"

#include <QList>

namespace countersign {

enum class NoticeKind {
    CaseAssigned,
    CaseEscalated,
    HelpRequested,
    SlaWarning,
    SlaBreach,
    OverrideRejected,
    DocumentsRequested,
    DocumentsReceived,
    DocumentsOverdue,
    DocumentInfected,
    ApplicationExpiring,
    ApplicationExpired,
    DeadlineApproaching,
    DeadlineMissed,
    SecondLookDisagreed,
    OverrideOverdue,
    DecisionRequired, ///< an override waits for the second person
    WebhookDisabled,  ///< its receiver has failed for too long
};

template <>
inline constexpr auto enumTexts<NoticeKind> = std::array{
    EnumText{NoticeKind::CaseAssigned, "case_assigned"},
    EnumText{NoticeKind::CaseEscalated, "case_escalated"},
    EnumText{NoticeKind::HelpRequested, "help_requested"},
    EnumText{NoticeKind::SlaWarning, "sla_warning"},
    EnumText{NoticeKind::SlaBreach, "sla_breach"},
    EnumText{NoticeKind::OverrideRejected, "override_rejected"},
    EnumText{NoticeKind::DocumentsRequested, "documents_requested"},
    EnumText{NoticeKind::DocumentsReceived, "documents_received"},
    EnumText{NoticeKind::DocumentsOverdue, "documents_overdue"},
    EnumText{NoticeKind::DocumentInfected, "document_infected"},
    EnumText{NoticeKind::ApplicationExpiring, "application_expiring"},
    EnumText{NoticeKind::ApplicationExpired, "application_expired"},
    EnumText{NoticeKind::DeadlineApproaching, "deadline_approaching"},
    EnumText{NoticeKind::DeadlineMissed, "deadline_missed"},
    EnumText{NoticeKind::SecondLookDisagreed, "second_look_disagreed"},
    EnumText{NoticeKind::OverrideOverdue, "override_overdue"},
    EnumText{NoticeKind::DecisionRequired, "decision_required"},
    EnumText{NoticeKind::WebhookDisabled, "webhook_disabled"},
};

struct Notice {
    NoticeKind kind;
    const char *subjectType; ///< `application`, `webhook`
    QUuid subject;
    QList<UserId> recipients;
};

} // namespace countersign
