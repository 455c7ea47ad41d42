// Corrections of applications that nothing has judged yet.
#pragma once

#include "core/api/CaseDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

class EditService {
public:
    explicit EditService(const ServiceContext &context) : m_context(context) {}

    /// Judged as at intake, derived anew and scored as it is then. Conflict (`stale_version`, `not_editable`) for everything
    /// that is not pending; NotFound also for what an integration did not create itself.
    Result<api::CaseDetail> correct(const Actor &actor, ApplicationId id, const api::ApplicationPatch &patch, int version) const;

private:
    const ServiceContext &m_context;
};

} // namespace countersign
