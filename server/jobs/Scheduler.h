// Periodic jobs: the one process that leads puts each into its queue when its time has come.
#pragma once

#include "server/repo/JobRunRepo.h"
#include "server/service/UnitOfWork.h"

#include <span>

namespace countersign {

struct PeriodicTask {
    const JobKind *kind;
    std::chrono::seconds interval; ///< times are whole multiples of it since 1970
};

/// Every minute deadlines, every five minutes cases that nobody takes and the deadlines of the law, every ten minutes and
/// every hour what is kept for a time only.
std::span<const PeriodicTask> periodicTasks();

struct SchedulerSettings {
    QString owner;                           ///< names this process among those that share the database
    std::chrono::milliseconds lease{15'000}; ///< after it another takes over from a leader that was killed or stopped
};

class Scheduler {
public:
    /// Everything must outlive the scheduler. The context's clock is the real one.
    Scheduler(const ServiceContext &context, std::span<const PeriodicTask> tasks, const SchedulerSettings &settings)
        : m_context(context), m_tasks(tasks), m_settings(settings)
    {
    }

    /// Call every second. Answers how many jobs came into their queues; 0 also when another process leads. Each time is
    /// begun once, even by a leader that was stopped and goes on when another has taken over. Of times that were missed only
    /// the last is made up for.
    Result<int> tick() const;

private:
    Result<bool> leads() const;
    Result<bool> begin(const PeriodicTask &task) const;

    const ServiceContext &m_context;
    const std::span<const PeriodicTask> m_tasks;
    const SchedulerSettings m_settings;
};

} // namespace countersign
