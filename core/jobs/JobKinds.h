// Every kind of background work, as one table.
#pragma once

#include "core/base/EnumText.h"
#include "core/base/Instant.h"

namespace countersign {

enum class JobQueue { Default, Scoring, Notifications };

template <>
inline constexpr auto enumTexts<JobQueue> = std::array{
    EnumText{JobQueue::Default, "default"},
    EnumText{JobQueue::Scoring, "scoring"},
    EnumText{JobQueue::Notifications, "notifications"},
};

struct JobKind {
    const char *name;
    JobQueue queue;
    int retries; ///< after the first attempt
};

/// Payload: {"application_id"}. A second run finds the application scored and does nothing.
inline constexpr JobKind kScoreApplication{"score_application", JobQueue::Scoring, 3};

/// Payload: {"application_id", "document_id"}. A second run finds the verdict given and does nothing.
inline constexpr JobKind kScanDocument{"scan_document", JobQueue::Default, 3};
/// Payload: {"notification_id"}, {"applicant_mail_id"}, {"delivery_id"}. A second run finds the thing delivered and does
/// nothing. When a process ends between sending and recording, it is sent once more under the same id, by which the
/// receiver can tell. Webhooks are tried for two hours.
inline constexpr JobKind kMailNotice{"mail_notice", JobQueue::Notifications, 3};
inline constexpr JobKind kMailApplicant{"mail_applicant", JobQueue::Notifications, 3};
inline constexpr JobKind kSendWebhook{"send_webhook", JobQueue::Notifications, 7};

/// The periodic ones have no payload. Each marks or writes what it finds to be due, so that a second run finds nothing. The
/// next time is their second attempt.
inline constexpr JobKind kCheckSla{"check_sla", JobQueue::Default, 0};
inline constexpr JobKind kAutoAssignCases{"auto_assign_cases", JobQueue::Default, 0};
inline constexpr JobKind kCheckDeadlines{"check_deadlines", JobQueue::Default, 0};
inline constexpr JobKind kPurgeAnswers{"purge_answers", JobQueue::Default, 0};
inline constexpr JobKind kCheckDocuments{"check_documents", JobQueue::Default, 0};
inline constexpr JobKind kExpireApplications{"expire_applications", JobQueue::Default, 0};
inline constexpr JobKind kPurgeSessions{"purge_sessions", JobQueue::Default, 0};
inline constexpr JobKind kPurgeNotices{"purge_notices", JobQueue::Default, 0};

/// Before attempt n + 1, without jitter: 60 s x 2^(n-1).
constexpr Duration retryDelay(int attempts)
{
    return std::chrono::seconds(60) * (1 << (attempts - 1));
}

} // namespace countersign
