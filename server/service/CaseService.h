// Reads applications: as lists, as whole cases, and the model and policy they are judged by.
#pragma once

#include "core/api/CaseDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

class CaseService {
public:
    explicit CaseService(const ServiceContext &context) : m_context(context) {}

    Result<Page<api::ApplicationItem>> list(const Actor &actor, const api::ApplicationQuery &query) const;
    /// NotFound also for applications of other tenants, and for those that an integration did not create itself.
    Result<api::CaseDetail> detail(const Actor &actor, ApplicationId id) const;
    Result<api::SystemInfo> systemInfo(const Actor &actor) const;

private:
    const ServiceContext &m_context;
};

} // namespace countersign
