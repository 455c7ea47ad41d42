// The threads of one queue: each claims some jobs under a lease, runs them one after the other and asks for more.
#pragma once

#include "server/jobs/JobTable.h"
#include "server/ops/Repeater.h"
#include "server/service/UnitOfWork.h"

#include <QSet>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace countersign {

struct JobWorkerSettings {
    JobQueue queue = JobQueue::Default;
    QString owner; ///< names this process among those that share the database
    int threads = 1;
    int claim = 16;                       ///< jobs that a thread takes at a time
    std::chrono::milliseconds poll{1000}; ///< the net below the wake-ups
    std::chrono::milliseconds lease{30'000}; ///< kept while this process lives; what it leaves is run by another after it
};

/// A job that fails is put off, 60 s, then twice as long each time, a little more or less; after its last attempt it is dead
/// and stays for an operator.
class JobWorkers {
public:
    /// Everything must outlive the workers. The context's clock is the real one.
    JobWorkers(const ServiceContext &context, const JobTable &table, const JobWorkerSettings &settings);
    ~JobWorkers(); ///< stops

    void start();
    void wake(); ///< there may be work; from every thread
    /// Lets the running jobs end, gives back what was claimed and not begun, then joins the threads.
    void stop();

    /// Extends the leases of what runs here and takes over what others have left; called by itself.
    Result<void> keep();

private:
    void run();
    bool workOff(); ///< until nothing is due; false when the database is away
    void runBatch(const QList<JobRun> &batch);
    Result<void> runOne(const JobRun &job);
    void putOff(const JobRun &job, const Error &cause);
    void write(const char *what, const std::function<Result<void>(JobRunRepo &)> &work);
    void hold(const QList<JobRun> &batch);
    void letGo(const QList<JobRun> &batch);
    bool isStopping();
    void waitForWork(bool afterFailure);

    const ServiceContext &m_context;
    const JobTable &m_table;
    const JobWorkerSettings m_settings;
    std::mutex m_mutex;
    std::condition_variable m_signal;
    QSet<JobId> m_held;
    quint64 m_wakes = 0;
    bool m_isStopping = false;
    std::vector<std::thread> m_threads;
    std::optional<Repeater> m_keeper;
};

} // namespace countersign
