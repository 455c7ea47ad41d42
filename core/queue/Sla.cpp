#include "core/queue/Sla.h"

#include "core/queue/WorkingTime.h"

namespace countersign {

SlaTimes slaTimes(Instant now, Duration left, const WorkingTime &working)
{
    const Instant deadline = working.after(now, left);
    return {std::max(now, working.before(deadline, kSlaWarning)), deadline};
}

SlaTimes resumedSla(const SlaTimes &before, Instant pausedAt, Instant now, const WorkingTime &working)
{
    const Duration left = working.between(pausedAt, before.deadline);
    return left > Duration::zero() ? slaTimes(now, left, working) : before;
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
