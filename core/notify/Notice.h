// What people are told: a kind, what it is about and whom it is for. Holds no personal data.
#pragma once

#include "core/base/EnumText.h"
#include "core/base/Id.h"

#include <QList>

namespace countersign {

enum class NoticeKind { CaseAssigned, CaseEscalated, HelpRequested, SlaWarning, SlaBreach, OverrideRejected };

template <>
inline constexpr auto enumTexts<NoticeKind> = std::array{
    EnumText{NoticeKind::CaseAssigned, "case_assigned"},
    EnumText{NoticeKind::CaseEscalated, "case_escalated"},
    EnumText{NoticeKind::HelpRequested, "help_requested"},
    EnumText{NoticeKind::SlaWarning, "sla_warning"},
    EnumText{NoticeKind::SlaBreach, "sla_breach"},
    EnumText{NoticeKind::OverrideRejected, "override_rejected"},
};

struct Notice {
    NoticeKind kind;
    const char *subjectType; ///< `application`
    QUuid subject;
    QList<UserId> recipients;
};

} // namespace countersign
