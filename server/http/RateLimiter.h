// Token buckets: how many requests a second one caller may make.
#pragma once

#include "core/base/Instant.h"

#include <QByteArray>
#include <QHash>

#include <mutex>
#include <optional>

namespace countersign {

class RateLimiter {
public:
    /// `rate` tokens a second up to `burst`; a rate of zero lets everything through.
    RateLimiter(double rate, double burst);

    /// Takes one token of `caller`; false when there is none. May be called from every thread. A caller with a rate of its
    /// own saves up one second of it.
    bool allow(const QByteArray &caller, Instant now, std::optional<int> ownRate = std::nullopt);

private:
    struct Bucket {
        double tokens;
        Instant filledAt;
        double rate;
        double burst;

        void fill(Instant now);
    };
    void forgetFull(Instant now);

    const double m_rate;
    const double m_burst;
    std::mutex m_mutex;
    QHash<QByteArray, Bucket> m_buckets;
};

} // namespace countersign
