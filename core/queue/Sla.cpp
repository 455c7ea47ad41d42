#include "core/queue/Sla.h"

#include "core/queue/WorkingTime.h"

namespace countersign {

SlaTimes slaTimes(Instant now, Duration left, const WorkingTime &working)
{
    const Instant deadline = working.after(now, left);
    return {std::max(now, working.before(deadline, kSlaWarning)), deadline};
}

SlaState slaStateAt(Instant now, const SlaTimes &times, bool paused)
{
    if (paused)
        return SlaState::Paused;
    if (now >= times.deadline)
        return SlaState::Breached;
    return now > times.warning ? SlaState::Approaching : SlaState::Ok;
}

} // namespace countersign
