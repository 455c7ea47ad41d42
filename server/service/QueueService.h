// The review queue: who works on what, and what waits.
#pragma once

#include "core/api/QueueDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

/// Every action answers the entry as it is afterwards. NotFound for entries of other tenants; Conflict
/// (`transition_not_allowed`, `stale_version`, `workload_full`, `not_yours`, `recused`, `above_authority`) where the entry or
/// the analyst does not allow it.
class QueueService {
public:
    explicit QueueService(const ServiceContext &context) : m_context(context) {}

    Result<Page<api::QueueItem>> list(const Actor &actor, const api::QueueQuery &query) const;
    Result<api::QueueSummary> summary(const Actor &actor) const;

    /// Gives a waiting case to the actor, or to another analyst, which needs decision:approve_override; with it, also a case
    /// that somebody else has, uncounted as a release. Nobody has more than five active cases, however many assign at once.
    Result<api::QueueItem> assign(const Actor &actor, QueueId id, const api::AssignCase &request,
                                  std::optional<int> version) const;
    Result<api::QueueItem> start(const Actor &actor, QueueId id, std::optional<int> version) const;
    /// One's own case, or with decision:approve_override anybody's. The third release escalates.
    Result<api::QueueItem> release(const Actor &actor, QueueId id, const api::ReleaseCase &request,
                                   std::optional<int> version) const;

    /// The state before one's own last move (assign, start, release, escalate, flag), uncounted. Conflict
    /// (`nothing_to_undo`) after ten seconds, for another person's move, or when something has happened since.
    Result<api::QueueItem> undo(const Actor &actor, QueueId id, std::optional<int> version) const;

    /// The most urgent case that nobody has, that the actor's role may decide by its amount, and that he has neither stood
    /// back from nor passed over. Two who ask at a time get two cases.
    Result<api::NextCase> next(const Actor &actor, const api::TakeNext &request) const;
    /// For good: nobody can give the case to the actor any more. One's own case goes back, uncounted.
    Result<api::QueueItem> recuse(const Actor &actor, QueueId id, const api::RecuseCase &request, std::optional<int> version) const;
    /// Tells the senior analysts. Conflict (`already_escalated`).
    Result<api::QueueItem> escalate(const Actor &actor, QueueId id, const api::EscalateCase &request, std::optional<int> version) const;
    Result<api::QueueItem> flag(const Actor &actor, QueueId id, const api::FlagCase &request, std::optional<int> version) const;
    Result<api::QueueItem> requestHelp(const Actor &actor, QueueId id, const api::RequestHelp &request, std::optional<int> version) const;

    /// Each case by itself: what cannot be moved says why, and the others are moved all the same.
    Result<api::QueueBulkDone> moveMany(const Actor &actor, const api::QueueBulk &request) const;
    Result<api::Workload> workload(const Actor &actor) const;

private:
    const ServiceContext &m_context;
};

} // namespace countersign
