#include "server/jobs/Scheduler.h"

namespace countersign {

namespace {

using namespace std::chrono_literals;

constexpr char kLease[] = "scheduler";

constexpr std::array kTasks{
    PeriodicTask{&kCheckSla, 1min},
    PeriodicTask{&kAutoAssignCases, 5min},
    PeriodicTask{&kCheckDeadlines, 5min},
    PeriodicTask{&kPurgeAnswers, 10min},
    PeriodicTask{&kCheckDocuments, 5min},
    PeriodicTask{&kExpireApplications, 15min},
    PeriodicTask{&kPurgeSessions, 1h},
    PeriodicTask{&kPurgeNotices, 1h},
};

Instant timeBefore(Instant now, std::chrono::seconds interval)
{
    const Duration since = now.time_since_epoch();
    return Instant(since - since % Duration(interval));
}

} // namespace

std::span<const PeriodicTask> periodicTasks()
{
    return kTasks;
}

Result<int> Scheduler::tick() const
{
    const auto leading = leads();
    if (!leading)
        return leading.error();
    int begun = 0;
    for (const PeriodicTask &task : *leading ? m_tasks : std::span<const PeriodicTask>()) {
        const auto one = begin(task);
        if (!one)
            return one.error();
        begun += *one ? 1 : 0;
    }
    return begun;
}

Result<bool> Scheduler::leads() const
{
    return UnitOfWork::run<bool>(m_context, Actor::system({}), [&](UnitOfWork &unit) {
        return JobRunRepo(unit.transaction(), m_settings.owner).lead(kLease, unit.now() + m_settings.lease, unit.now());
    });
}

Result<bool> Scheduler::begin(const PeriodicTask &task) const
{
    return UnitOfWork::run<bool>(m_context, Actor::system({}), [&](UnitOfWork &unit) -> Result<bool> {
        const Instant time = timeBefore(unit.now(), task.interval);
        const auto begun = JobRunRepo(unit.transaction(), m_settings.owner).beginTime(*task.kind, time);
        // While the last run is still in its queue, another would only do the same.
        if (begun && *begun)
            unit.enqueue(*task.kind, {}, QStringLiteral("periodic"));
        return begun;
    });
}

} // namespace countersign
