// Keeps the legal clocks of applications within a unit of work: whatever moves an application says what has happened.
#pragma once

#include "core/api/DeadlineDtos.h"
#include "server/repo/DeadlineRepo.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

class LegalClock {
public:
    explicit LegalClock(UnitOfWork &unit) : m_unit(unit) {}

    /// The caller holds the applications locked, or has just made them.
    Result<void> note(LegalEvent event, const QList<ApplicationId> &applications);

    Result<api::DeadlineList> listOf(ApplicationId application);
    /// Whether the application must not expire yet.
    Result<bool> owesNotice(ApplicationId application);

private:
    UnitOfWork &m_unit;
};

} // namespace countersign
