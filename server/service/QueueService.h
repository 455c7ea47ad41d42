// The review queue: who works on what, and what waits.
#pragma once

#include "core/api/QueueDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

/// Every action answers the entry as it is afterwards. NotFound for entries of other tenants; Conflict
/// (`transition_not_allowed`, `stale_version`, `workload_full`, `not_yours`) where the entry does not allow it.
class QueueService {
public:
    explicit QueueService(const ServiceContext &context) : m_context(context) {}

    Result<Page<api::QueueItem>> list(const Actor &actor, const api::QueueQuery &query) const;
    Result<api::QueueSummary> summary(const Actor &actor) const;

    /// Gives a waiting case to the actor, or to another analyst, which needs decision:approve_override. Nobody has more
    /// than five active cases, however many assign at once.
    Result<api::QueueItem> assign(const Actor &actor, QueueId id, const api::AssignCase &request,
                                  std::optional<int> version) const;
    Result<api::QueueItem> start(const Actor &actor, QueueId id, std::optional<int> version) const;
    /// One's own case, or with decision:approve_override anybody's. The third release escalates.
    Result<api::QueueItem> release(const Actor &actor, QueueId id, const api::ReleaseCase &request,
                                   std::optional<int> version) const;

private:
    const ServiceContext &m_context;
};

} // namespace countersign
