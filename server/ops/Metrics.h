// The figures that Prometheus reads: one registry, every name and label in one table.
#pragma once

#include <QByteArray>

#include <initializer_list>
#include <memory>
#include <string_view>

namespace countersign {

/// In the order of the table in Metrics.cpp.
enum class Metric {
    Applications,       ///< counter {status}
    Decisions,          ///< counter {type, outcome}
    ScoringSeconds,     ///< histogram, one application from claim to stored
    QueueSize,          ///< gauge {status}
    QueueWaitSeconds,   ///< histogram, pending to assigned
    PredictionSeconds,  ///< histogram, the model alone, one application
    SlaBreaches,        ///< counter
    HttpRequestSeconds, ///< histogram {route, method, code}
    Jobs,               ///< counter {queue, result}
    JobSeconds,         ///< histogram {task}, one run
    LegalDeadlines,     ///< counter {kind, event}: approaching, missed
    AuditUnsealedAge,   ///< gauge, seconds that the oldest entry has waited which could not be sealed
    Deliveries,         ///< counter {channel, result}
};

/// All functions may be called from every thread. Label values must come from closed sets (a status, a
/// route template), never from a request: each new combination is a new time series.
class Metrics {
public:
    using Labels = std::initializer_list<std::string_view>; ///< values, in the order of the table

    Metrics();
    ~Metrics();

    void count(Metric counter, Labels labels = {}, double by = 1);
    void set(Metric gauge, Labels labels, double value);
    void observe(Metric histogram, Labels labels, double seconds);

    /// Prometheus text format 0.0.4.
    QByteArray toText() const;

private:
    struct Registry;
    std::unique_ptr<Registry> m_registry;
};

} // namespace countersign
