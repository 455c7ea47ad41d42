// A person's decision about a case.
#pragma once

#include "core/api/DecisionListDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

class DecisionService {
public:
    explicit DecisionService(const ServiceContext &context) : m_context(context) {}

    /// Application, queue entry, decision and record change together. Only the analyst who works on the case decides it.
    /// Invalid with every wrong field; Conflict: `stale_version`, `not_in_review`, `not_yours`, `not_started`,
    /// `already_decided`. A decision against the model that needs a second person answers with status pending_approval.
    Result<api::DecisionInfo> create(const Actor &actor, const api::DecisionCreate &request) const;

    /// What create() would do now, for whoever works on the case; changes nothing. Invalid for terms that cannot be
    /// approved; Conflict `not_in_review`.
    Result<api::DecisionPreview> preview(const Actor &actor, const api::DecisionPreviewRequest &request) const;

private:
    const ServiceContext &m_context;
};

} // namespace countersign
