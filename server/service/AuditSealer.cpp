#include "server/service/AuditSealer.h"

#include "server/audit/ChainHash.h"
#include "server/repo/AuditChainRepo.h"

namespace countersign {

namespace {

constexpr int kBatch = 5000;

/// After a restore into a new cluster its transactions begin from small numbers again: then look at everything once.
qint64 lookFrom(const SealHead &head)
{
    return head.settledBefore > head.unbornFrom ? 0 : head.settledBefore;
}

/// A full batch may have left entries of its last transaction behind.
qint64 settledAfter(const SealHead &head, const QList<UnsealedEntry> &entries)
{
    return entries.size() < kBatch ? head.runningFrom : std::min(head.runningFrom, entries.last().transaction);
}

} // namespace

Result<int> AuditSealer::sealBatch(UnitOfWork &unit) const
{
    AuditChainRepo chain(unit.transaction(), unit.tenant());
    const auto mine = chain.lock();
    if (!mine)
        return mine.error();
    if (!*mine)
        return 0;
    const auto head = chain.head();
    if (!head)
        return head.error();
    const auto entries = chain.unsealed(lookFrom(*head), head->unbornFrom, kBatch);
    if (!entries)
        return entries.error();
    if (entries->isEmpty())
        return 0;
    QByteArray previous = head->sequence == 0 ? genesisHash(unit.tenant()) : head->hash;
    qint64 sequence = head->sequence;
    QList<QUuid> ids;
    QList<QByteArray> hashes;
    for (const UnsealedEntry &unsealed : *entries) {
        previous = chainHash(previous, ++sequence, unsealed.entry);
        ids.append(unsealed.entry.id);
        hashes.append(previous);
    }
    if (auto appended = chain.append(head->sequence + 1, ids, hashes); !appended)
        return appended.error();
    if (auto settled = chain.settle(settledAfter(*head, *entries)); !settled)
        return settled.error();
    return int(ids.size());
}

Result<int> AuditSealer::seal(TenantId tenant) const
{
    int sealed = 0;
    for (;;) {
        const auto batch = UnitOfWork::run<int>(m_context, Actor::system(tenant), [this](UnitOfWork &unit) { return sealBatch(unit); });
        if (!batch)
            return batch;
        sealed += *batch;
        if (*batch < kBatch)
            return sealed;
    }
}

Result<QList<TenantId>> AuditSealer::tenants() const
{
    Query row = Query::alone(m_context.database, "tenant/all_ids");
    if (auto done = row.exec(); !done)
        return done.error();
    QList<TenantId> ids;
    while (row.next())
        ids.append(row.get<TenantId>("id"));
    return ids;
}

} // namespace countersign
