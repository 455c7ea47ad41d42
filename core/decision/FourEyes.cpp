#include "core/decision/FourEyes.h"

namespace countersign {

SlaState signatureStateAt(Instant now, Instant deadline)
{
    if (now >= deadline)
        return SlaState::Breached;
    return deadline - now < kOverrideApprovalWarning ? SlaState::Approaching : SlaState::Ok;
}

Result<void> checkCountersigns(const Actor &actor, UserId decider)
{
    if (!actor.user || !actor.may(Permission::DecisionApproveOverride))
        return Error{ErrorCode::Forbidden,
                     QStringLiteral("forbidden"),
                     QStringLiteral("a second signature needs %1").arg(toText(Permission::DecisionApproveOverride)),
                     {}};
    if (actor.user == decider)
        return Error{ErrorCode::Forbidden,
                     QStringLiteral("own_decision"),
                     QStringLiteral("the one who decided cannot be the second person"),
                     {}};
    return {};
}

} // namespace countersign
