#include "core/queue/Sla.h"

namespace countersign {

SlaState slaStateAt(Instant now, Instant deadline, bool paused)
{
    if (paused)
        return SlaState::Paused;
    if (now >= deadline)
        return SlaState::Breached;
    return deadline - now < kSlaWarning ? SlaState::Approaching : SlaState::Ok;
}

} // namespace countersign
