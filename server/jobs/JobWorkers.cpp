#include "server/jobs/JobWorkers.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <spdlog/spdlog.h>

namespace countersign {

namespace {

QList<JobId> idsOf(const QList<JobRun> &runs)
{
    QList<JobId> ids;
    for (const JobRun &run : runs)
        ids.append(run.id);
    return ids;
}

/// A tenth more or less, so that what failed together does not come back together.
Duration jittered(Duration delay)
{
    const double factor = 0.9 + 0.2 * QRandomGenerator::global()->generateDouble();
    return Duration(qint64(double(delay.count()) * factor));
}

} // namespace

JobWorkers::JobWorkers(const ServiceContext &context, const JobTable &table, const JobWorkerSettings &settings)
    : m_context(context), m_table(table), m_settings(settings)
{
}

JobWorkers::~JobWorkers()
{
    stop();
}

void JobWorkers::start()
{
    for (int i = 0; i < m_settings.threads; ++i)
        m_threads.emplace_back([this] { run(); });
    m_keeper.emplace(m_settings.lease / 3, [this] {
        if (auto kept = keep(); !kept)
            spdlog::warn("leases of jobs were not extended: {}", kept.error().detail.toStdString());
    });
}

void JobWorkers::wake()
{
    const std::scoped_lock lock(m_mutex);
    ++m_wakes;
    m_signal.notify_one();
}

void JobWorkers::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
        m_signal.notify_all();
    }
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
    m_keeper.reset();
}

Result<void> JobWorkers::keep()
{
    const QList<JobId> held = [this] {
        const std::scoped_lock lock(m_mutex);
        return QList<JobId>(m_held.begin(), m_held.end());
    }();
    const auto kept = UnitOfWork::run<QList<RescuedJob>>(m_context, Actor::system({}), [&](UnitOfWork &unit) -> Result<QList<RescuedJob>> {
        JobRunRepo jobs(unit.transaction(), m_settings.owner);
        if (auto extended = jobs.extend(held, unit.now() + m_settings.lease); !extended)
            return extended.error();
        return jobs.rescue(unit.now());
    });
    if (!kept)
        return kept.error();
    for (const RescuedJob &job : *kept)
        m_context.metrics.count(Metric::Jobs, {toCString(job.queue), job.isDead ? "dead" : "rescued"});
    return {};
}

void JobWorkers::run()
{
    while (!isStopping())
        waitForWork(!workOff());
    m_context.database.closeThreadConnection();
}

bool JobWorkers::workOff()
{
    while (!isStopping()) {
        const auto batch = UnitOfWork::run<QList<JobRun>>(m_context, Actor::system({}), [&](UnitOfWork &unit) {
            return JobRunRepo(unit.transaction(), m_settings.owner)
                .claim(m_settings.queue, m_settings.claim, unit.now() + m_settings.lease, unit.now());
        });
        if (!batch) {
            spdlog::warn("jobs were not claimed: {} ({})", batch.error().reason.toStdString(), batch.error().detail.toStdString());
            return false;
        }
        if (batch->isEmpty())
            return true;
        hold(*batch);
        runBatch(*batch);
        letGo(*batch);
    }
    return true;
}

void JobWorkers::runBatch(const QList<JobRun> &batch)
{
    QList<JobId> done;
    qsizetype begun = 0;
    for (; begun < batch.size() && !isStopping(); ++begun) {
        const JobRun &job = batch[begun];
        if (const auto ran = runOne(job); !ran)
            putOff(job, ran.error());
        else
            done.append(job.id);
    }
    if (!done.isEmpty()) {
        write("finished", [&done](JobRunRepo &jobs) { return jobs.finish(done); });
        m_context.metrics.count(Metric::Jobs, {toCString(m_settings.queue), "done"}, double(done.size()));
    }
    if (begun < batch.size())
        write("given back", [&](JobRunRepo &jobs) { return jobs.giveBack(idsOf(batch.mid(begun))); });
}

Result<void> JobWorkers::runOne(const JobRun &job)
{
    QElapsedTimer timer;
    timer.start();
    auto ran = m_table.run(job);
    if (ran || ran.error().reason != QLatin1String("unknown_kind")) // only kinds that are known become labels
        m_context.metrics.observe(Metric::JobSeconds, {job.kind.toStdString()}, double(timer.nsecsElapsed()) / 1e9);
    return ran;
}

void JobWorkers::putOff(const JobRun &job, const Error &cause)
{
    spdlog::warn("job {} of kind {} failed, attempt {} of {}: {}", job.id.toString().toStdString(), job.kind.toStdString(), job.attempts,
                 job.maxAttempts, cause.reason.toStdString());
    const Instant now = m_context.clock.now();
    const bool isDead = job.attempts >= job.maxAttempts;
    write("put off", [&](JobRunRepo &jobs) {
        return isDead ? jobs.bury(job.id, cause.reason, now) : jobs.retryLater(job.id, now + jittered(retryDelay(job.attempts)), cause.reason);
    });
    m_context.metrics.count(Metric::Jobs, {toCString(m_settings.queue), isDead ? "dead" : "failed"});
}

/// What cannot be written is repeated by the lease: it runs out, and the job runs again.
void JobWorkers::write(const char *what, const std::function<Result<void>(JobRunRepo &)> &work)
{
    const auto written = UnitOfWork::run<bool>(m_context, Actor::system({}), [&](UnitOfWork &unit) -> Result<bool> {
        JobRunRepo jobs(unit.transaction(), m_settings.owner);
        const auto done = work(jobs);
        return done ? Result<bool>(true) : done.error();
    });
    if (!written)
        spdlog::warn("jobs were not {}: {}", what, written.error().detail.toStdString());
}

void JobWorkers::hold(const QList<JobRun> &batch)
{
    const std::scoped_lock lock(m_mutex);
    for (const JobRun &job : batch)
        m_held.insert(job.id);
}

void JobWorkers::letGo(const QList<JobRun> &batch)
{
    const std::scoped_lock lock(m_mutex);
    for (const JobRun &job : batch)
        m_held.remove(job.id);
}

bool JobWorkers::isStopping()
{
    const std::scoped_lock lock(m_mutex);
    return m_isStopping;
}

void JobWorkers::waitForWork(bool afterFailure)
{
    std::unique_lock lock(m_mutex);
    const quint64 seen = m_wakes;
    // After a failure wake-ups must not make a tight loop: only the pause or the end of the daemon does.
    m_signal.wait_for(lock, m_settings.poll, [&] { return m_isStopping || (!afterFailure && m_wakes != seen); });
}

} // namespace countersign
