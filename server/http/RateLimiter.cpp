#include "server/http/RateLimiter.h"

#include <algorithm>

namespace countersign {

namespace {

constexpr qsizetype kManyCallers = 10'000;

double secondsBetween(Instant from, Instant to)
{
    // A clock that was set back must not empty anyone's bucket.
    return std::max(0.0, std::chrono::duration<double>(to - from).count());
}

} // namespace

RateLimiter::RateLimiter(double rate, double burst) : m_rate(rate), m_burst(std::max(burst, 1.0)) {}

void RateLimiter::Bucket::fill(Instant now)
{
    tokens = std::min(burst, tokens + rate * secondsBetween(filledAt, now));
    filledAt = now;
}

bool RateLimiter::allow(const QByteArray &caller, Instant now, std::optional<int> ownRate)
{
    const double rate = ownRate ? *ownRate : m_rate;
    const double burst = ownRate ? std::max(*ownRate, 1) : m_burst;
    if (rate <= 0)
        return true;
    const std::lock_guard lock(m_mutex);
    if (m_buckets.size() >= kManyCallers)
        forgetFull(now);
    const auto found = m_buckets.find(caller);
    Bucket &bucket = found != m_buckets.end() ? *found : *m_buckets.insert(caller, {burst, now, rate, burst});
    bucket.fill(now);
    if (bucket.tokens < 1)
        return false;
    bucket.tokens -= 1;
    return true;
}

void RateLimiter::forgetFull(Instant now)
{
    m_buckets.removeIf([now](auto entry) {
        entry->fill(now);
        return entry->tokens >= entry->burst;
    });
}

} // namespace countersign
