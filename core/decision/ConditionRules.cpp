#include "core/decision/ConditionRules.h"

namespace countersign {

namespace {

using enum ConditionStatus;

struct Move {
    ConditionStatus from;
    ConditionStatus to;
};

// What was satisfied, waived or failed stays so.
constexpr std::array kMoves{
    Move{Open, Received}, Move{Open, Satisfied},     Move{Open, Waived},     Move{Open, Failed},
    Move{Received, Open}, Move{Received, Satisfied}, Move{Received, Waived}, Move{Received, Failed},
};

} // namespace

bool mayMove(ConditionStatus from, ConditionStatus to)
{
    return std::any_of(kMoves.begin(), kMoves.end(),
                       [=](const Move &move) { return move.from == from && move.to == to; });
}

QList<ConditionStatus> nextStatuses(ConditionStatus from)
{
    QList<ConditionStatus> next;
    for (const Move &move : kMoves)
        if (move.from == from)
            next.append(move.to);
    return next;
}

Result<void> checkConditionMove(const Actor &actor, ConditionStatus from, ConditionStatus to)
{
    if (!mayMove(from, to)) {
        QStringList allowed;
        for (const ConditionStatus next : nextStatuses(from))
            allowed.append(toText(next));
        return Error{ErrorCode::Conflict,
                     QStringLiteral("transition_not_allowed"),
                     QStringLiteral("The condition is %1 and cannot become %2; it may become: %3.")
                         .arg(toText(from), toText(to),
                              allowed.isEmpty() ? QStringLiteral("nothing") : allowed.join(QLatin1String(", "))),
                     {}};
    }
    if (to == Waived && !actor.may(Permission::DecisionApproveOverride))
        return Error{ErrorCode::Forbidden,
                     QStringLiteral("forbidden"),
                     QStringLiteral("waiving a condition needs %1").arg(toText(Permission::DecisionApproveOverride)),
                     {}};
    return {};
}

} // namespace countersign
