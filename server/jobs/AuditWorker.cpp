#include "server/jobs/AuditWorker.h"

#include <spdlog/spdlog.h>

namespace countersign {

namespace {

constexpr std::chrono::seconds kQuiet{30};

} // namespace

AuditWorker::AuditWorker(const Parts &parts, const AuditWorkerSettings &settings)
    : m_parts(parts), m_settings(settings), m_sealer(parts.context), m_checkpoints(parts.context, parts.checkpoints, parts.clock)
{
}

AuditWorker::~AuditWorker()
{
    stop();
}

void AuditWorker::start()
{
    m_thread = std::thread([this] { run(); });
}

void AuditWorker::audited(TenantId tenant)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_waiting.contains(tenant))
        m_waiting.insert(tenant, Steady::now());
}

void AuditWorker::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
        m_signal.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void AuditWorker::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        lock.unlock();
        step(Steady::now());
        lock.lock();
        m_signal.wait_for(lock, m_settings.sealing, [this] { return m_isStopping; });
    }
    lock.unlock();
    finish();
    m_parts.context.database.closeThreadConnection();
}

void AuditWorker::step(Steady::time_point now)
{
    const bool isSlow = now >= m_nextSlow;
    if (isSlow)
        observe(AuditObserver::Flush::Due);
    if (now >= m_nextSweep) {
        m_nextSweep = now + m_settings.sweep;
        sweep();
    }
    sealWaiting();
    if (isSlow) {
        m_nextSlow = now + m_settings.slow;
        checkpoint(AuditCheckpoints::When::Due);
    }
}

void AuditWorker::finish()
{
    observe(AuditObserver::Flush::All);
    sealWaiting();
    checkpoint(AuditCheckpoints::When::Now);
}

void AuditWorker::observe(AuditObserver::Flush what)
{
    if (auto flushed = m_parts.observer.flush(what); !flushed)
        report("what was viewed and refused cannot be recorded", flushed.error());
}

void AuditWorker::sweep()
{
    const auto tenants = m_sealer.tenants();
    if (!tenants)
        return report("the tenants cannot be read", tenants.error());
    for (const TenantId tenant : *tenants) {
        audited(tenant);
        m_uncovered.insert(tenant);
    }
}

void AuditWorker::sealWaiting()
{
    const auto waiting = [this] {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_waiting, {});
    }();
    Steady::time_point oldest = Steady::time_point::max();
    for (auto tenant = waiting.cbegin(); tenant != waiting.cend(); ++tenant) {
        const auto sealed = m_sealer.seal(tenant.key());
        if (sealed) {
            if (*sealed > 0)
                m_uncovered.insert(tenant.key());
            continue;
        }
        report("entries cannot be sealed", sealed.error());
        oldest = std::min(oldest, tenant.value());
        const std::scoped_lock lock(m_mutex);
        m_waiting.insert(tenant.key(), tenant.value()); // keeps the time since when it waits
    }
    const bool isClear = oldest == Steady::time_point::max();
    m_parts.context.metrics.set(Metric::AuditUnsealedAge, {},
                                isClear ? 0.0 : std::chrono::duration<double>(Steady::now() - oldest).count());
}

void AuditWorker::checkpoint(AuditCheckpoints::When when)
{
    for (auto tenant = m_uncovered.begin(); tenant != m_uncovered.end();) {
        const auto covered = m_checkpoints.advance(*tenant, when);
        if (!covered)
            report("a checkpoint cannot be written", covered.error());
        tenant = covered && *covered ? m_uncovered.erase(tenant) : std::next(tenant);
    }
}

void AuditWorker::report(const char *what, const Error &error)
{
    const auto now = Steady::now();
    if (now < m_nextReport)
        return;
    m_nextReport = now + kQuiet;
    spdlog::warn("audit: {}: {} ({})", what, error.reason.toStdString(), error.detail.toStdString());
}

} // namespace countersign
