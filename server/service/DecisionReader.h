// Decisions as they are on record.
#pragma once

#include "core/api/DecisionListDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

class DecisionReader {
public:
    explicit DecisionReader(const ServiceContext &context) : m_context(context) {}

    /// Newest first; an integration sees those of the applications that it created itself.
    Result<Page<api::DecisionItem>> list(const Actor &actor, const api::DecisionQuery &query) const;
    /// NotFound also for decisions of other tenants and of applications that an integration did not create.
    Result<api::DecisionInfo> get(const Actor &actor, DecisionId id) const;

private:
    const ServiceContext &m_context;
};

} // namespace countersign
