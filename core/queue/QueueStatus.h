// The states of a queue entry and the moves between them, as one table.
#pragma once

#include "core/base/EnumText.h"

#include <QList>

namespace countersign {

enum class QueueStatus { Pending, Assigned, InProgress, AwaitingDocuments, AwaitingApproval, Completed, Cancelled };

template <>
inline constexpr auto enumTexts<QueueStatus> = std::array{
    EnumText{QueueStatus::Pending, "pending"},
    EnumText{QueueStatus::Assigned, "assigned"},
    EnumText{QueueStatus::InProgress, "in_progress"},
    EnumText{QueueStatus::AwaitingDocuments, "awaiting_documents"},
    EnumText{QueueStatus::AwaitingApproval, "awaiting_approval"},
    EnumText{QueueStatus::Completed, "completed"},
    EnumText{QueueStatus::Cancelled, "cancelled"},
};

bool mayMove(QueueStatus from, QueueStatus to);
QList<QueueStatus> nextStatuses(QueueStatus from);
bool isOpen(QueueStatus status);   ///< neither completed nor cancelled
bool isActive(QueueStatus status); ///< counts against an analyst's workload: assigned, in progress

inline constexpr int kMaxActiveCases = 5; ///< for one analyst; a rejected override may exceed it
inline constexpr int kReleasesUntilEscalation = 3;

} // namespace countersign
