#include "server/service/CaseRead.h"

#include "server/repo/ApplicationRepo.h"
#include "server/repo/AuditRepo.h"
#include "server/repo/DecisionRepo.h"
#include "server/repo/QueueRepo.h"
#include "server/repo/ScoringRepo.h"

namespace countersign {

namespace {

Result<void> addHistory(UnitOfWork &unit, api::CaseDetail &detail)
{
    auto scoring = ScoringRepo(unit.transaction(), unit.tenant()).latestOf(detail.id);
    if (!scoring)
        return scoring.error();
    detail.scoringResult = std::move(*scoring);
    auto entry = QueueRepo(unit.transaction(), unit.tenant()).latestOf(detail.id, unit.now(), unit.keys());
    if (!entry)
        return entry.error();
    detail.queueInfo = std::move(*entry);
    auto decisions = DecisionRepo(unit.transaction(), unit.tenant()).listOf(detail.id, unit.keys());
    if (!decisions)
        return decisions.error();
    detail.decisionHistory = std::move(*decisions);
    auto timeline = AuditRepo(unit.transaction(), unit.tenant()).timelineOf(detail.id);
    if (!timeline)
        return timeline.error();
    detail.timeline = std::move(*timeline);
    return {};
}

} // namespace

Result<std::optional<api::CaseDetail>> readCase(UnitOfWork &unit, ApplicationId id)
{
    auto found = ApplicationRepo(unit.transaction(), unit.tenant()).detail(id, unit.keys(), unit.actor().apiKey);
    if (!found || !*found)
        return found;
    if (auto added = addHistory(unit, **found); !added)
        return added.error();
    return found;
}

} // namespace countersign
