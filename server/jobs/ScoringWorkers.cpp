#include "server/jobs/ScoringWorkers.h"

#include "server/ops/Metrics.h"

#include <QElapsedTimer>

#include <spdlog/spdlog.h>

namespace countersign {

ScoringWorkers::ScoringWorkers(const ServiceContext &context, const ModelHolder &models, Metrics &metrics,
                               const ScoringWorkerSettings &settings)
    : m_context(context), m_service(context, models), m_metrics(metrics), m_settings(settings)
{
}

ScoringWorkers::~ScoringWorkers()
{
    stop();
}

void ScoringWorkers::start()
{
    for (int i = 0; i < m_settings.threads; ++i)
        m_threads.emplace_back([this] { run(); });
}

void ScoringWorkers::wake()
{
    const std::scoped_lock lock(m_mutex);
    ++m_wakes;
    m_signal.notify_one();
}

void ScoringWorkers::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
        m_signal.notify_all();
    }
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

void ScoringWorkers::run()
{
    for (;;) {
        const bool reached = workOff();
        waitForWork(!reached);
        const std::scoped_lock lock(m_mutex);
        if (m_isStopping)
            break;
    }
    m_context.database.closeThreadConnection();
}

bool ScoringWorkers::workOff()
{
    for (;;) {
        {
            const std::scoped_lock lock(m_mutex);
            if (m_isStopping)
                return true;
        }
        QElapsedTimer timer;
        timer.start();
        const auto batch = m_service.runBatch(m_settings.batchSize);
        if (!batch) {
            spdlog::warn("scoring batch failed: {} ({})", batch.error().reason.toStdString(), batch.error().detail.toStdString());
            m_metrics.count(Metric::Jobs, {"scoring", "failed"});
            return false;
        }
        if (batch->jobs == 0)
            return true;
        record(*batch, double(timer.nsecsElapsed()) / 1e9);
    }
}

void ScoringWorkers::record(const ScoringBatch &batch, double seconds)
{
    m_metrics.count(Metric::Jobs, {"scoring", "done"}, batch.jobs - batch.putOff);
    m_metrics.count(Metric::Jobs, {"scoring", "failed"}, batch.putOff);
    m_metrics.count(Metric::Applications, {"approved"}, batch.approved);
    m_metrics.count(Metric::Applications, {"declined"}, batch.declined);
    m_metrics.count(Metric::Applications, {"review"}, batch.toReview);
    m_metrics.count(Metric::Decisions, {"auto_approve", "approved"}, batch.approved);
    m_metrics.count(Metric::Decisions, {"auto_decline", "declined"}, batch.declined);
    m_metrics.observe(Metric::ScoringSeconds, {}, seconds / batch.jobs);
    if (batch.scored > 0)
        m_metrics.observe(Metric::PredictionSeconds, {}, double(batch.modelMicroseconds) / 1e6 / batch.scored);
}

void ScoringWorkers::waitForWork(bool afterFailure)
{
    std::unique_lock lock(m_mutex);
    const quint64 seen = m_wakes;
    // After a failure wake-ups must not make a tight loop: only the pause or the end of the daemon does.
    m_signal.wait_for(lock, m_settings.poll, [&] { return m_isStopping || (!afterFailure && m_wakes != seen); });
}

} // namespace countersign
