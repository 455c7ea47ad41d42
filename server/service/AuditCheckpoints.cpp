#include "server/service/AuditCheckpoints.h"

#include "server/audit/ChainHash.h"
#include "server/repo/AuditChainRepo.h"

namespace countersign {

/// Over the entries after `covered`, at most kCheckpointEntries; its sequence is `covered` when there are none.
Result<Checkpoint> AuditCheckpoints::checkpointAfter(TenantId tenant, qint64 covered) const
{
    const auto marks = UnitOfWork::run<QList<ChainMark>>(m_context, Actor::system(tenant), [&](UnitOfWork &unit) {
        return AuditChainRepo(unit.transaction(), tenant).hashes(covered, kCheckpointEntries);
    });
    if (!marks)
        return marks.error();
    Checkpoint checkpoint{tenant, covered + 1, covered, {}, m_clock.now(), {}, {}, {}};
    for (const ChainMark &mark : *marks) {
        if (mark.sequence != checkpoint.sequence + 1)
            return Error{ErrorCode::Internal, QStringLiteral("audit_chain_broken"),
                         QStringLiteral("entry %1 is missing in the audit chain of tenant %2").arg(checkpoint.sequence + 1).arg(tenant.toString()), {}};
        checkpoint.sequence = mark.sequence;
        checkpoint.hash = mark.hash;
        checkpoint.marks += mark.hash.first(kMarkBytes);
    }
    return checkpoint;
}

Result<bool> AuditCheckpoints::advance(TenantId tenant, When when)
{
    for (;;) {
        const auto last = m_log.last(tenant);
        if (!last)
            return last.error();
        const qint64 covered = *last ? (*last)->sequence : 0;
        auto checkpoint = checkpointAfter(tenant, covered);
        if (!checkpoint)
            return checkpoint.error();
        const qint64 entries = checkpoint->sequence - covered;
        const bool isDue = entries == kCheckpointEntries || when == When::Now || !*last
            || m_clock.now() - (*last)->time >= kCheckpointInterval;
        if (entries == 0 || !isDue)
            return entries == 0;
        if (auto appended = m_log.append(*checkpoint); !appended && appended.error().code != ErrorCode::Conflict)
            return appended.error();
    }
}

} // namespace countersign
