// A clock that stands still until a test moves it.
#pragma once

#include "core/base/Clock.h"

#include <atomic>

namespace countersign {

class FakeClock final : public Clock {
public:
    explicit FakeClock(Instant now = Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 24))) : m_now(now) {}

    Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }
    void advance(Duration by) { m_now = m_now.load() + by; }

private:
    std::atomic<Instant> m_now;
};

} // namespace countersign
