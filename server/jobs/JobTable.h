// Which function does which kind of job.
#pragma once

#include "server/repo/JobRunRepo.h"

#include <functional>
#include <map>

namespace countersign {

/// Runs at least once: it must do no harm a second time. Called from several threads.
using JobHandler = std::function<Result<void>(const JobRun &)>;

class JobTable {
public:
    void bind(const JobKind &kind, JobHandler handler) { m_handlers[QLatin1String(kind.name)] = std::move(handler); }

    /// NotFound (`unknown_kind`) when nothing does it here.
    Result<void> run(const JobRun &job) const
    {
        const auto found = m_handlers.find(job.kind);
        if (found == m_handlers.end())
            return Error{ErrorCode::NotFound, QStringLiteral("unknown_kind"), job.kind, {}};
        return found->second(job);
    }

private:
    std::map<QString, JobHandler> m_handlers;
};

} // namespace countersign
