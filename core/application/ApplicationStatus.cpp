#include "core/application/ApplicationStatus.h"

namespace countersign {

namespace {

using enum ApplicationStatus;

struct Move {
    ApplicationStatus from;
    ApplicationStatus to;
};

constexpr std::array kMoves{
    Move{Pending, Scoring},           Move{Pending, Cancelled},
    Move{Scoring, Review},            Move{Scoring, Approved},
    Move{Scoring, Declined},          Move{Review, AwaitingDocuments},
    Move{Review, PendingApproval},    Move{Review, Approved},
    Move{Review, Declined},           Move{Review, Cancelled},
    Move{Review, Expired},            Move{AwaitingDocuments, Review},
    Move{AwaitingDocuments, Cancelled}, Move{AwaitingDocuments, Expired},
    Move{PendingApproval, Approved},  Move{PendingApproval, Declined},
    Move{PendingApproval, Review},    Move{PendingApproval, Cancelled},
};

} // namespace

bool mayMove(ApplicationStatus from, ApplicationStatus to)
{
    return std::any_of(kMoves.begin(), kMoves.end(),
                       [=](const Move &move) { return move.from == from && move.to == to; });
}

QList<ApplicationStatus> nextStatuses(ApplicationStatus from)
{
    QList<ApplicationStatus> next;
    for (const Move &move : kMoves)
        if (move.from == from)
            next.append(move.to);
    return next;
}

bool isFinal(ApplicationStatus status)
{
    return nextStatuses(status).isEmpty();
}

} // namespace countersign
