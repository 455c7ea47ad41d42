// The threads that score: each claims a batch, works it off and asks for the next.
#pragma once

#include "server/service/ScoringService.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace countersign {

class Metrics;

struct ScoringWorkerSettings {
    int threads = 1;
    int batchSize = 256;
    std::chrono::milliseconds poll{1000}; ///< the net below the wake-ups
};

class ScoringWorkers {
public:
    ScoringWorkers(const ServiceContext &context, const ModelHolder &models, Metrics &metrics,
                   const ScoringWorkerSettings &settings);
    ~ScoringWorkers(); ///< stops

    void start();
    void wake(); ///< there may be work; from every thread
    /// Lets the running batches end, then joins the threads.
    void stop();

private:
    void run();
    bool workOff(); ///< until nothing is due; false when the database is away
    void record(const ScoringBatch &batch, double seconds);
    void waitForWork(bool afterFailure);

    const ServiceContext &m_context;
    const ScoringService m_service;
    Metrics &m_metrics;
    const ScoringWorkerSettings m_settings;
    std::mutex m_mutex;
    std::condition_variable m_signal;
    quint64 m_wakes = 0;
    bool m_isStopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace countersign
