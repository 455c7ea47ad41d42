// Where the time comes from. Rules take an Instant; only timers and entry points hold a Clock.
#pragma once

#include "core/base/Instant.h"

#include <atomic>

namespace countersign {

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0; ///< must be callable from every thread
};

/// Runs behind `real` by a lag; from the first begin() on the lag shrinks evenly to nothing while `catchUp` of real time
/// passes.
/// The demo lives its first hours through it, so that waiting, approaching and breached cases exist when the screen opens.
class CatchUpClock final : public Clock {
public:
    CatchUpClock(const Clock &real, Duration lag, Duration catchUp);
    void begin(); ///< from any thread
    Instant now() const override;

private:
    const Clock &m_real;
    std::atomic<Instant> m_began{Instant::max()};
    const Duration m_lag;
    const Duration m_catchUp;
};

} // namespace countersign
