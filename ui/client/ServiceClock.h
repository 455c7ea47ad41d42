// The daemon's clock, by which every deadline is counted, kept from what its answers say.
#pragma once

#include "core/base/Clock.h"

namespace countersign {

/// Two computers never agree about the time; a countdown must agree with the one that enforces it.
class ServiceClock final : public Clock {
public:
    explicit ServiceClock(const Clock &local) : m_local(local) {}

    void adopt(Instant asOf) { m_ahead = asOf - m_local.now(); }
    Instant now() const override { return m_local.now() + m_ahead; }

private:
    const Clock &m_local;
    Duration m_ahead{0};
};

} // namespace countersign
