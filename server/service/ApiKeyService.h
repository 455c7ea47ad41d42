// Administers the keys of integrations.
#pragma once

#include "core/api/ApiKeyDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

class ApiKeyService {
public:
    explicit ApiKeyService(const ServiceContext &context) : m_context(context) {}

    /// The only answer that carries the key. Invalid for scopes that an integration cannot have and for an expiry that has
    /// passed; Forbidden (`beyond_own_rights`) for a scope that the maker does not have.
    Result<api::ApiKeyCreated> create(const Actor &actor, const api::ApiKeyCreate &request) const;
    Result<Page<api::ApiKeyInfo>> list(const Actor &actor, const api::ApiKeyQuery &query) const;
    /// Effective within a second on every daemon. Once more is no error.
    Result<void> revoke(const Actor &actor, ApiKeyId id) const;

private:
    const ServiceContext &m_context;
};

} // namespace countersign
