#include "core/base/Clock.h"

#include <algorithm>

namespace countersign {

CatchUpClock::CatchUpClock(const Clock &real, Duration lag, Duration catchUp)
    : m_real(real), m_lag(lag), m_catchUp(std::max(catchUp, Duration(1)))
{
}

void CatchUpClock::begin()
{
    Instant never = Instant::max();
    m_began.compare_exchange_strong(never, m_real.now());
}

Instant CatchUpClock::now() const
{
    const Instant real = m_real.now();
    const Instant began = m_began;
    if (began > real)
        return real - m_lag;
    const double passed = double((real - began).count()) / double(m_catchUp.count());
    const double remaining = std::clamp(1.0 - passed, 0.0, 1.0);
    return real - Duration(qint64(double(m_lag.count()) * remaining));
}

} // namespace countersign
