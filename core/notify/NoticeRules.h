// Which notice goes which way when a person has not chosen otherwise.
#pragma once

#include "core/notify/Notice.h"

#include <chrono>

namespace countersign {

enum class NoticeChannel { InApp, Email };

template <>
inline constexpr auto enumTexts<NoticeChannel> = std::array{
    EnumText{NoticeChannel::InApp, "in_app"},
    EnumText{NoticeChannel::Email, "email"},
};

/// Everything is shown in the workbench. By mail comes what cannot wait until somebody looks there.
struct NoticeRule {
    NoticeKind kind;
    bool byMail;
};

inline constexpr std::array kNoticeRules{
    NoticeRule{NoticeKind::CaseAssigned, true},        NoticeRule{NoticeKind::CaseEscalated, false},
    NoticeRule{NoticeKind::HelpRequested, false},      NoticeRule{NoticeKind::SlaWarning, true},
    NoticeRule{NoticeKind::SlaBreach, true},           NoticeRule{NoticeKind::OverrideRejected, true},
    NoticeRule{NoticeKind::DocumentsRequested, true}, NoticeRule{NoticeKind::DocumentsReceived, true},
    NoticeRule{NoticeKind::DocumentsOverdue, true},    NoticeRule{NoticeKind::DocumentInfected, true},
    NoticeRule{NoticeKind::ApplicationExpiring, true}, NoticeRule{NoticeKind::ApplicationExpired, false},
    NoticeRule{NoticeKind::DeadlineApproaching, true}, NoticeRule{NoticeKind::DeadlineMissed, true},
    NoticeRule{NoticeKind::SecondLookDisagreed, true}, NoticeRule{NoticeKind::OverrideOverdue, true},
    NoticeRule{NoticeKind::DecisionRequired, true},    NoticeRule{NoticeKind::WebhookDisabled, true},
};

constexpr bool noticeRulesAreComplete()
{
    for (std::size_t i = 0; i < kNoticeRules.size(); ++i)
        if (std::size_t(kNoticeRules[i].kind) != i)
            return false;
    return kNoticeRules.size() == enumTexts<NoticeKind>.size();
}
static_assert(noticeRulesAreComplete());

constexpr bool goesByMail(NoticeKind kind)
{
    return kNoticeRules[std::size_t(kind)].byMail;
}

/// How long a notice is kept: that was read, and at all.
inline constexpr std::chrono::days kReadNoticeLife{30};
inline constexpr std::chrono::days kNoticeLife{90};

} // namespace countersign
