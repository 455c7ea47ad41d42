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

bool RateLimiter::allow(const QByteArray &caller, Instant now)
{
    if (m_rate <= 0)
        return true;
    const std::lock_guard lock(m_mutex);
    if (m_buckets.size() >= kManyCallers)
        forgetFull(now);
    const auto found = m_buckets.find(caller);
    Bucket &bucket = found != m_buckets.end() ? *found : *m_buckets.insert(caller, {m_burst, now});
    bucket.tokens = std::min(m_burst, bucket.tokens + m_rate * secondsBetween(bucket.filledAt, now));
    bucket.filledAt = now;
    if (bucket.tokens < 1)
        return false;
    bucket.tokens -= 1;
    return true;
}

void RateLimiter::forgetFull(Instant now)
{
    m_buckets.removeIf([this, now](const auto &entry) {
        return entry->tokens + m_rate * secondsBetween(entry->filledAt, now) >= m_burst;
    });
}

} // namespace countersign
