#include "core/queue/QueueStatus.h"

namespace countersign {

namespace {

using enum QueueStatus;

struct Move {
    QueueStatus from;
    QueueStatus to;
};

constexpr std::array kMoves{
    Move{Pending, Assigned},            Move{Pending, Cancelled},
    Move{Assigned, InProgress},         Move{Assigned, Pending},
    Move{Assigned, Cancelled},          Move{InProgress, AwaitingDocuments},
    Move{InProgress, AwaitingApproval}, Move{InProgress, Completed},
    Move{InProgress, Pending},          Move{InProgress, Cancelled},
    Move{AwaitingDocuments, InProgress}, Move{AwaitingDocuments, Cancelled},
    Move{AwaitingApproval, Completed},  Move{AwaitingApproval, InProgress},
    Move{AwaitingApproval, Cancelled},
};

} // namespace

bool mayMove(QueueStatus from, QueueStatus to)
{
    return std::any_of(kMoves.begin(), kMoves.end(),
                       [=](const Move &move) { return move.from == from && move.to == to; });
}

QList<QueueStatus> nextStatuses(QueueStatus from)
{
    QList<QueueStatus> next;
    for (const Move &move : kMoves)
        if (move.from == from)
            next.append(move.to);
    return next;
}

bool isOpen(QueueStatus status)
{
    return status != Completed && status != Cancelled;
}

bool isActive(QueueStatus status)
{
    return status == Assigned || status == InProgress;
}

} // namespace countersign
