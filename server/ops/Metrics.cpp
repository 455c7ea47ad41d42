#include "server/ops/Metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <array>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <unordered_map>

namespace countersign {

namespace {

enum class Kind { Counter, Gauge, Histogram };

struct Row {
    Metric metric;
    Kind kind;
    const char *name;
    const char *help;
    std::array<const char *, 3> labels;
};

constexpr std::array kRows{
    Row{Metric::Applications, Kind::Counter, "countersign_applications_total",
        "Applications that reached a status", {"status"}},
    Row{Metric::Decisions, Kind::Counter, "countersign_decisions_total", "Decisions made", {"type", "outcome"}},
    Row{Metric::ScoringSeconds, Kind::Histogram, "countersign_scoring_duration_seconds",
        "One application from claim to stored", {}},
    Row{Metric::QueueSize, Kind::Gauge, "countersign_queue_size", "Cases in the queue", {"status"}},
    Row{Metric::QueueWaitSeconds, Kind::Histogram, "countersign_queue_wait_time_seconds",
        "From queued to assigned", {}},
    Row{Metric::PredictionSeconds, Kind::Histogram, "countersign_model_prediction_duration_seconds",
        "The model alone, one application", {}},
    Row{Metric::SlaBreaches, Kind::Counter, "countersign_sla_breaches_total", "Cases that missed their deadline", {}},
    Row{Metric::HttpRequestSeconds, Kind::Histogram, "countersign_http_request_duration_seconds",
        "From the first byte of a request to its answer", {"route", "method", "code"}},
    Row{Metric::Jobs, Kind::Counter, "countersign_jobs_total", "Jobs that ended", {"queue", "result"}},
    Row{Metric::JobSeconds, Kind::Histogram, "countersign_job_duration_seconds", "One run of a job", {"task"}},
    Row{Metric::LegalDeadlines, Kind::Counter, "countersign_legal_deadlines_total",
        "Legal deadlines that were told of", {"kind", "event"}},
    Row{Metric::AuditUnsealedAge, Kind::Gauge, "countersign_audit_unsealed_age_seconds",
        "How long the oldest audit entry has waited to be sealed", {}},
    Row{Metric::Deliveries, Kind::Counter, "countersign_deliveries_total", "Attempts to send a mail or a webhook",
        {"channel", "result"}},
};

constexpr bool rowsAreInOrder()
{
    for (std::size_t i = 0; i < kRows.size(); ++i)
        if (std::size_t(kRows[i].metric) != i)
            return false;
    return true;
}
static_assert(rowsAreInOrder());

/// Milliseconds for requests and predictions, hours for waiting cases.
prometheus::Histogram::BucketBoundaries bucketsOf(Metric metric)
{
    if (metric == Metric::QueueWaitSeconds)
        return {60, 300, 900, 1800, 3600, 7200, 14400, 28800, 57600, 86400};
    return {0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};
}

} // namespace

struct Metrics::Registry {
    struct Series {
        prometheus::Counter *counter = nullptr;
        prometheus::Gauge *gauge = nullptr;
        prometheus::Histogram *histogram = nullptr;
    };

    Registry()
    {
        for (const Row &row : kRows) {
            if (row.kind == Kind::Counter)
                counters[row.metric] = &prometheus::BuildCounter().Name(row.name).Help(row.help).Register(registry);
            else if (row.kind == Kind::Gauge)
                gauges[row.metric] = &prometheus::BuildGauge().Name(row.name).Help(row.help).Register(registry);
            else
                histograms[row.metric] = &prometheus::BuildHistogram().Name(row.name).Help(row.help).Register(registry);
            if (!row.labels[0])
                seriesOf(row.metric, {}); // there from the start, at zero
        }
    }

    const Series &seriesOf(Metric metric, Labels labels)
    {
        std::string key(1, char('A' + int(metric)));
        for (const std::string_view value : labels)
            key.append(1, '\0').append(value);
        {
            const std::shared_lock lock(mutex);
            if (const auto found = known.find(key); found != known.end())
                return found->second;
        }
        const std::lock_guard lock(mutex);
        return known.try_emplace(key, makeSeries(metric, labels)).first->second;
    }

    Series makeSeries(Metric metric, Labels labels)
    {
        const Row &row = kRows[std::size_t(metric)];
        std::map<std::string, std::string> named;
        std::size_t i = 0;
        for (const std::string_view value : labels)
            named.emplace(row.labels.at(i++), value);
        Series series;
        if (row.kind == Kind::Counter)
            series.counter = &counters.at(metric)->Add(named);
        else if (row.kind == Kind::Gauge)
            series.gauge = &gauges.at(metric)->Add(named);
        else
            series.histogram = &histograms.at(metric)->Add(named, bucketsOf(metric));
        return series;
    }

    prometheus::Registry registry;
    std::map<Metric, prometheus::Family<prometheus::Counter> *> counters;
    std::map<Metric, prometheus::Family<prometheus::Gauge> *> gauges;
    std::map<Metric, prometheus::Family<prometheus::Histogram> *> histograms;
    std::shared_mutex mutex;
    std::unordered_map<std::string, Series> known; // values stay where they are when it grows
};

Metrics::Metrics() : m_registry(std::make_unique<Registry>()) {}
Metrics::~Metrics() = default;

void Metrics::count(Metric counter, Labels labels, double by)
{
    m_registry->seriesOf(counter, labels).counter->Increment(by);
}

void Metrics::set(Metric gauge, Labels labels, double value)
{
    m_registry->seriesOf(gauge, labels).gauge->Set(value);
}

void Metrics::observe(Metric histogram, Labels labels, double seconds)
{
    m_registry->seriesOf(histogram, labels).histogram->Observe(seconds);
}

QByteArray Metrics::toText() const
{
    const prometheus::TextSerializer serializer;
    return QByteArray::fromStdString(serializer.Serialize(m_registry->registry.Collect()));
}

} // namespace countersign
