// The thread that keeps the record provable: writes what was observed, seals what was committed, signs checkpoints.
#pragma once

#include "server/service/AuditCheckpoints.h"
#include "server/service/AuditObserver.h"
#include "server/service/AuditSealer.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace countersign {

struct AuditWorkerSettings {
    std::chrono::milliseconds sealing{200}; ///< between looks at tenants that this process wrote for
    std::chrono::milliseconds slow{1000};   ///< observations and checkpoints
    std::chrono::milliseconds sweep{10'000}; ///< all tenants: what a process that died left behind
};

class AuditWorker {
public:
    /// `clock` is the real one. Everything must outlive the worker.
    struct Parts {
        const ServiceContext &context;
        AuditObserver &observer;
        CheckpointLog &checkpoints;
        const Clock &clock;
    };

    explicit AuditWorker(const Parts &parts, const AuditWorkerSettings &settings = {});
    ~AuditWorker(); ///< stops

    void start();
    /// The tenant has entries that wait to be sealed; from every thread.
    void audited(TenantId tenant);
    /// Writes, seals and signs what there is, then joins the thread.
    void stop();

private:
    using Steady = std::chrono::steady_clock;

    void run();
    void step(Steady::time_point now);
    void finish();
    void observe(AuditObserver::Flush what);
    void sweep();
    void sealWaiting();
    void checkpoint(AuditCheckpoints::When when);
    void report(const char *what, const Error &error);

    const Parts m_parts;
    const AuditWorkerSettings m_settings;
    const AuditSealer m_sealer;
    AuditCheckpoints m_checkpoints;
    std::mutex m_mutex;
    std::condition_variable m_signal;
    bool m_isStopping = false;
    QHash<TenantId, Steady::time_point> m_waiting; ///< since when
    QSet<TenantId> m_uncovered;                    ///< sealed, not yet in a checkpoint
    Steady::time_point m_nextSlow;
    Steady::time_point m_nextSweep;
    Steady::time_point m_nextReport; ///< a fault that lasts is told once in a while
    std::thread m_thread;
};

} // namespace countersign
