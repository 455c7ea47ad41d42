// Notes that people write about a case.
#pragma once

#include "core/api/NoteDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

class NoteService {
public:
    explicit NoteService(const ServiceContext &context) : m_context(context) {}

    /// Also after the decision. Conflict (`too_many_notes`, `person_erased`).
    Result<api::NoteInfo> create(const Actor &actor, ApplicationId application, const api::NoteCreate &note) const;
    Result<api::NoteList> list(const Actor &actor, ApplicationId application) const;

private:
    const ServiceContext &m_context;
};

} // namespace countersign
