// One move of a queue entry within a unit of work: what every move checks before and records afterwards.
#pragma once

#include "core/api/QueueDtos.h"
#include "server/repo/QueueRepo.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

Error queueConflict(const char *reason, const QString &detail);

/// Whether the actor may move cases of other people.
bool actsForOthers(const Actor &actor);

class CaseMove {
public:
    explicit CaseMove(UnitOfWork &unit) : m_unit(unit), m_queue(unit.transaction(), unit.tenant()) {}

    QueueRepo &queue() { return m_queue; }

    /// NotFound, Conflict (`stale_version`).
    Result<LockedEntry> lock(QueueId id, std::optional<int> version);
    /// Also Conflict (`transition_not_allowed`), which names what the entry may become.
    Result<LockedEntry> lockFor(QueueId id, QueueStatus to, std::optional<int> version);

    /// Before a case is given to somebody: he may review, has room for it, has not stood back from it and may decide so
    /// much. Locks him, so that nobody else gives him another meanwhile. Invalid (`cannot_review`), Conflict
    /// (`workload_full`).
    Result<LockedAnalyst> lockAnalyst(UserId analyst);
    /// Conflict (`recused`, `above_authority`).
    Result<void> checkMayHave(const LockedEntry &entry, UserId analyst, const LockedAnalyst &facts);

    /// Conflict (`not_yours`) unless the actor has the case, or may move those of others.
    Result<void> checkReaches(const LockedEntry &entry) const;

    /// As it would be with so many releases and this flag, now.
    Result<Priority> priorityOf(const LockedEntry &entry, bool flagged, int releases);

    /// Before the move: the same person may take it back for ten seconds.
    Result<void> remember(const LockedEntry &entry);

    /// The entry as it is now. `changed` holds the fields of the record that are different, and what else is worth a word.
    Result<api::QueueItem> finish(const LockedEntry &entry, const char *action, const QJsonObject &changed);

    /// Tells the senior analysts, except who does it.
    Result<void> tellSeniors(const LockedEntry &entry, NoticeKind kind);

private:
    UnitOfWork &m_unit;
    QueueRepo m_queue;
};

} // namespace countersign
