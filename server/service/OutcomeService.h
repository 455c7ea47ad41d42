// How booked loans go: what their servicing reports, and training, monitoring and simulation learn from.
#pragma once

#include "core/api/OutcomeDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

class OutcomeService {
public:
    explicit OutcomeService(const ServiceContext &context) : m_context(context) {}

    /// Each by itself: what cannot be recorded says why, and the others are recorded all the same. The same observation again
    /// changes nothing, so that a batch may be sent again. An integration reports on applications that it created itself; for
    /// those of others, and of other tenants: `unknown_application`.
    Result<api::OutcomesRecorded> record(const Actor &actor, const api::OutcomeBatch &batch) const;

private:
    const ServiceContext &m_context;
};

} // namespace countersign
