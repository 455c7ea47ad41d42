#include "core/decision/DecisionTypes.h"

namespace countersign {

bool reasonFits(ReasonCode reason, DecisionOutcome outcome)
{
    if (reason == ReasonCode::Other)
        return true;
    const bool favourable = reason < ReasonCode::IncomeTooLow;
    return favourable == (outcome == DecisionOutcome::Approved);
}

} // namespace countersign
