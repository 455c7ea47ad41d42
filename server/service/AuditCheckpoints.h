// Writes the signed checkpoints of each tenant's chain when they are due.
#pragma once

#include "server/audit/CheckpointLog.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

inline constexpr int kCheckpointEntries = 10'000;
inline constexpr std::chrono::seconds kCheckpointInterval{60};

class AuditCheckpoints {
public:
    /// `clock` is the real one: the intervals are no business of cases. `log` and `clock` must outlive this.
    AuditCheckpoints(const ServiceContext &context, CheckpointLog &log, const Clock &clock)
        : m_context(context), m_log(log), m_clock(clock)
    {
    }

    enum class When {
        Due, ///< 10,000 entries or 60 s after the one before
        Now, ///< before the end: whatever is sealed
    };
    /// True when every sealed entry is covered by now.
    Result<bool> advance(TenantId tenant, When when);

private:
    Result<Checkpoint> checkpointAfter(TenantId tenant, qint64 covered) const;

    const ServiceContext &m_context;
    CheckpointLog &m_log;
    const Clock &m_clock;
};

} // namespace countersign
