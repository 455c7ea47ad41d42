// The record of what was done: what was observed is written here, all of it is read back.
#pragma once

#include "core/access/Actor.h"
#include "core/api/AuditDtos.h"
#include "core/api/CaseDtos.h"
#include "core/audit/AuditEntry.h"
#include "server/db/Transaction.h"
#include "server/repo/ApplicationRepo.h"

namespace countersign {

/// How an entry names who did it.
struct AuditActorColumns {
    QString type; ///< user, api_key or system
    std::optional<QUuid> id;
};
AuditActorColumns actorColumnsOf(const Actor &actor);

/// What somebody did at some moment that changed nothing.
struct ObservedEntry {
    Actor actor;
    MaskedEntry entry;
    Instant at;
    QUuid id = makeUuidV7(at); ///< made once, so that writing it again after an unknown COMMIT makes no second entry
};

class AuditRepo {
public:
    AuditRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    /// What happened to an application, oldest first; views are left out.
    Result<QList<api::TimelineEntry>> timelineOf(ApplicationId application);

    Result<std::optional<api::TimelineEntry>> lastChangeOf(ApplicationId application);

    /// Newest first.
    Result<QList<api::AuditItem>> list(const api::AuditQuery &query, const std::optional<PageStart> &start);
    Result<qint64> count(const api::AuditQuery &query, int cap);

    Result<void> appendObserved(const QList<ObservedEntry> &entries);

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
