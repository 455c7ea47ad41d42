// Receives applications: validates, derives, stores, and asks for a score, all in one transaction.
#pragma once

#include "core/api/ApplicationDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

class IntakeService {
public:
    explicit IntakeService(const ServiceContext &context) : m_context(context) {}

    /// Invalid with every wrong field; Conflict (`duplicate_external_id`) naming the application that has the id.
    Result<api::ApplicationCreated> create(const Actor &actor, const api::ApplicationCreate &application) const;

    /// Each item is judged by itself; those that are good are stored together. The same external id twice in one batch
    /// is a duplicate the second time.
    Result<api::BatchCreated> createMany(const Actor &actor, const api::BatchCreate &batch) const;

private:
    const ServiceContext &m_context;
};

} // namespace countersign
