// Background jobs for operators: what runs, what has died, and how it goes on.
#pragma once

#include "core/api/JobDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

/// Everybody sees the jobs of his own tenant; who holds tenant:manage those of all, and those that are nobody's. The
/// context's clock is the real one.
class JobService {
public:
    explicit JobService(const ServiceContext &context) : m_context(context) {}

    Result<Page<api::JobInfo>> list(const Actor &actor, const api::JobQuery &query) const;
    Result<api::JobInfo> get(const Actor &actor, JobId id) const;

    /// A dead job runs again, with all its attempts. NotFound; Conflict (`not_dead`, or `duplicate` when another of its key
    /// waits already).
    Result<api::JobInfo> redrive(const Actor &actor, JobId id) const;

    /// For operators of the installation: a paused queue keeps what comes and runs none of it.
    Result<void> pause(JobQueue queue) const;
    Result<void> resume(JobQueue queue) const;

private:
    const ServiceContext &m_context;
};

} // namespace countersign
