// Where the time comes from. Rules take an Instant; only timers and entry points hold a Clock.
#pragma once

#include "core/base/Instant.h"

namespace countersign {

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0; ///< must be callable from every thread
};

/// Runs behind `real` by a lag that shrinks evenly to nothing while `catchUp` of real time passes,
/// counted from the moment it was made. The demo lives its first hours through it, so that waiting,
/// approaching and breached cases exist when the screen opens.
class CatchUpClock final : public Clock {
public:
    CatchUpClock(const Clock &real, Duration lag, Duration catchUp);
    Instant now() const override;

private:
    const Clock &m_real;
    const Instant m_madeAt;
    const Duration m_lag;
    const Duration m_catchUp;
};

} // namespace countersign
