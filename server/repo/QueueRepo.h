// Queue entries in the database.
#pragma once

#include "core/access/Permission.h"
#include "core/api/QueueDtos.h"
#include "core/queue/Priority.h"
#include "core/queue/Sla.h"
#include "server/db/Transaction.h"
#include "server/repo/ApplicationRepo.h"

namespace countersign {

struct NewQueueEntry {
    QueueId id;
    ApplicationId applicationId;
    Priority priority;
    bool flagged = false;
    RouteReason reason = RouteReason::BorderlineScore;
    std::optional<int> score;
};

/// The state before the last move, and who may go back to it until when.
struct UndoState {
    UserId by;
    Instant until;
    int version = 0; ///< of the entry after that move: any other means that something has happened since
    QueueStatus status = QueueStatus::Pending;
    std::optional<UserId> analyst;
    int releases = 0;
};

/// What a queue action looks at; the row is locked until the transaction ends.
struct LockedEntry {
    QueueId id;
    ApplicationId applicationId;
    QueueStatus status = QueueStatus::Pending;
    std::optional<UserId> analyst;
    int releases = 0;
    bool flagged = false;
    Instant slaDeadline;
    std::optional<Instant> startedAt;
    int version = 0;
    Amount amount;
    bool escalated = false;
    std::optional<UndoState> undo;
};

/// The open entry of an application, locked, for a decision about it.
struct OpenEntry {
    QueueId id;
    QueueStatus status = QueueStatus::Pending;
    std::optional<UserId> analyst;
    QString analystName;
    std::optional<Instant> startedAt;
};

/// A user who is to get a case; the row is locked, so that the count of active cases cannot be outrun.
struct LockedAnalyst {
    bool mayReview = false; ///< active, and may decide
    int activeCases = 0;
    Role role = Role::Analyst;
};

/// Whom a case is looked for.
struct NextFilter {
    UserId user;
    std::optional<Amount> maxAmount;
    Currency currency;
    Instant skippedSince; ///< what this person passed over after it is left out
};

class QueueRepo {
public:
    QueueRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    Result<void> insertMany(const QList<NewQueueEntry> &entries, const SlaTimes &sla, Instant now);

    /// `me` is who "me" stands for in the query. Items come with the number they were sorted by, for a cursor. `keys` open the
    /// names of the applicants, here and below.
    struct Listed {
        api::QueueItem item;
        qint64 sortKey = 0;
    };
    Result<QList<Listed>> list(const api::QueueQuery &query, std::optional<UserId> me, Instant now,
                               const std::optional<PageStart> &start, const KeyRing &keys);
    Result<qint64> count(const api::QueueQuery &query, std::optional<UserId> me, Instant now, int cap);
    Result<api::QueueSummary> summary(std::optional<UserId> me, Instant now);

    Result<std::optional<api::QueueItem>> get(QueueId id, Instant now, const KeyRing &keys);
    Result<std::optional<api::QueueItem>> latestOf(ApplicationId application, Instant now, const KeyRing &keys);

    Result<std::optional<LockedEntry>> lock(QueueId id);
    Result<std::optional<OpenEntry>> lockOpenOf(ApplicationId application);
    Result<std::optional<LockedAnalyst>> lockAnalyst(UserId analyst);

    Result<void> assign(QueueId id, UserId analyst, Instant now);
    Result<void> start(QueueId id, Instant now);
    Result<void> release(QueueId id, const Priority &priority, bool escalate, Instant now);
    Result<void> setStatus(QueueId id, QueueStatus status, Instant now);

    /// Nothing when no case is there for this person. The entry is locked.
    Result<std::optional<QueueId>> lockNext(const NextFilter &filter, Instant now);
    Result<void> skip(QueueId id, UserId user, SkipReason reason, Instant now);
    Result<void> giveBack(QueueId id, Instant now); ///< uncounted
    Result<void> recuse(ApplicationId application, UserId user, RecusalRelation relation, Instant now);
    Result<bool> isRecused(ApplicationId application, UserId user);

    Result<void> escalate(QueueId id, Instant now);
    Result<void> setFlag(QueueId id, bool flagged, const Priority &priority, Instant now);
    Result<void> requestHelp(QueueId id, Instant now);

    /// Keeps the state as it is for undo(), right before a move.
    Result<void> remember(QueueId id, UserId user, Instant until);
    Result<void> undo(QueueId id, Instant now);

    Result<api::Workload> workload(Instant now);
    /// That nobody has and whose warning is past; the soonest deadline first.
    Result<QList<QueueId>> waitingNearDeadline(int limit, Instant now);

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
