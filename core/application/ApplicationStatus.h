// The states of an application and the moves between them, as one table.
#pragma once

#include "core/base/EnumText.h"

#include <QList>

namespace countersign {

enum class ApplicationStatus {
    Pending,
    Scoring,
    Review,
    AwaitingDocuments,
    PendingApproval, ///< an override waits for the second person
    Approved,
    Declined,
    Cancelled,
    Expired,
};

template <>
inline constexpr auto enumTexts<ApplicationStatus> = std::array{
    EnumText{ApplicationStatus::Pending, "pending"},
    EnumText{ApplicationStatus::Scoring, "scoring"},
    EnumText{ApplicationStatus::Review, "review"},
    EnumText{ApplicationStatus::AwaitingDocuments, "awaiting_documents"},
    EnumText{ApplicationStatus::PendingApproval, "pending_approval"},
    EnumText{ApplicationStatus::Approved, "approved"},
    EnumText{ApplicationStatus::Declined, "declined"},
    EnumText{ApplicationStatus::Cancelled, "cancelled"},
    EnumText{ApplicationStatus::Expired, "expired"},
};

bool mayMove(ApplicationStatus from, ApplicationStatus to);
QList<ApplicationStatus> nextStatuses(ApplicationStatus from); ///< for the 409 that names what is allowed
bool isFinal(ApplicationStatus status);                        ///< nothing follows

} // namespace countersign
