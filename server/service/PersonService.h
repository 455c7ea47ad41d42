// A person's rights over what is stored about him: a copy of it, and its erasure.
#pragma once

#include "core/api/PersonDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

class PersonService {
public:
    explicit PersonService(const ServiceContext &context) : m_context(context) {}

    /// Destroys the key of the person and what the person could be found by. Scores, decisions and the audit log stay, and
    /// say nothing any more of who it was. Doing it again changes nothing. Forbidden (`step_up_required`) without a step-up
    /// for the erasure of this person. Conflict (`person_has_open_applications`) while an application of the person has not
    /// ended. NotFound also for persons of other tenants.
    Result<api::PersonErased> erase(const Actor &actor, PersonId id) const;

    /// Everything that is stored about the person; audited as `exported`.
    Result<api::PersonExport> exportAll(const Actor &actor, PersonId id) const;

private:
    const ServiceContext &m_context;
};

/// Erases within a unit that has locked the person; `cause` is what the audit entry says: `request` or `retention`.
Result<void> eraseLocked(UnitOfWork &unit, PersonId id, const char *cause);

} // namespace countersign
