#include "server/service/CaseRead.h"

#include "core/application/Duplicates.h"
#include "server/repo/ApplicationRepo.h"
#include "server/repo/AuditRepo.h"
#include "server/repo/DecisionRepo.h"
#include "server/repo/DocumentRepo.h"
#include "server/repo/NoteRepo.h"
#include "server/repo/OutcomeRepo.h"
#include "server/repo/QueueRepo.h"
#include "server/repo/ScoringRepo.h"
#include "server/repo/SecondLookRepo.h"
#include "server/service/LegalClock.h"

namespace countersign {

namespace {

/// Deadlines, second looks, and how the loan goes.
Result<void> addAftermath(UnitOfWork &unit, api::CaseDetail &detail)
{
    const auto looks = SecondLookRepo(unit.transaction(), unit.tenant()).of(detail.id, unit.keys());
    if (!looks)
        return looks.error();
    for (const StoredSecondLook &look : *looks)
        detail.secondLooks.append(look.info);
    auto deadlines = LegalClock(unit).listOf(detail.id);
    if (!deadlines)
        return deadlines.error();
    detail.deadlines = std::move(deadlines->items);
    const auto outcomes = OutcomeRepo(unit.transaction(), unit.tenant()).of({detail.id});
    if (!outcomes)
        return outcomes.error();
    for (const LoanObservation &observed : outcomes->value(detail.id))
        detail.outcomes.append({observed.performance, observed.observedAt, observed.daysPastDue, observed.monthsOnBook});
    return {};
}

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

/// So many of the same person are looked at.
constexpr int kMostOthers = 100;

void addOthers(const QList<api::RelatedApplication> &others, api::CaseDetail &detail)
{
    const RequestFacts own{detail.loanRequest.amount, detail.createdAt};
    for (const api::RelatedApplication &other : others) {
        const bool isSimilar = other.currency == detail.loanRequest.currency
            && mayBeSameRequest(own, {other.amount, other.createdAt});
        if (isSimilar && other.status != ApplicationStatus::Cancelled)
            detail.possibleDuplicates.append(other);
        if (!isFinal(other.status))
            detail.otherApplications.append(other);
    }
}

/// Puts what `read` finds into `out`.
template <class T>
Result<void> take(Result<T> read, T &out)
{
    if (!read)
        return read.error();
    out = std::move(*read);
    return {};
}

/// What people of the bank have written and collected.
Result<void> addExtras(UnitOfWork &unit, api::CaseDetail &detail)
{
    ApplicationRepo applications(unit.transaction(), unit.tenant());
    DocumentRepo documents(unit.transaction(), unit.tenant());
    const auto extras = applications.extrasOf(detail.id);
    if (!extras)
        return extras.error();
    if (extras->hasRequests)
        if (auto taken = take(documents.requestsOf(detail.id, unit.keys()), detail.documentRequests); !taken)
            return taken;
    if (extras->hasDocuments)
        if (auto taken = take(documents.listOf(detail.id, unit.keys()), detail.documents); !taken)
            return taken;
    if (extras->hasNotes)
        if (auto taken = take(NoteRepo(unit.transaction(), unit.tenant()).listOf(detail.id, unit.keys()), detail.notes); !taken)
            return taken;
    if (extras->hasOthers) {
        const auto others = applications.ofSamePerson(detail.id, kMostOthers);
        if (!others)
            return others.error();
        addOthers(*others, detail);
    }
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
    if (auto added = addAftermath(unit, **found); !added)
        return added.error();
    // An integration reads what it has sent and what became of it, not what people write to each other.
    if (unit.actor().apiKey)
        return found;
    if (auto added = addExtras(unit, **found); !added)
        return added.error();
    return found;
}

} // namespace countersign
