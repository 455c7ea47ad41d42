// Tenants: made and switched off by users of the platform, set up by their own administrators.
#pragma once

#include "core/api/TenantDtos.h"
#include "server/auth/Passwords.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

/// Who holds tenant:manage reaches every tenant, everybody else his own: all others are NotFound.
class TenantService {
public:
    /// Everything must outlive the service. `clock` is the real one, that of sessions.
    struct Parts {
        const ServiceContext &context;
        Passwords &passwords;
        const Clock &clock;
    };

    explicit TenantService(const Parts &parts) : m_parts(parts) {}

    Result<Page<api::TenantInfo>> list(const Actor &actor, const api::TenantQuery &query) const;
    Result<api::TenantInfo> get(const Actor &actor, TenantId id) const;
    /// For operators, who name tenants by their slugs. NotFound when there is none.
    Result<TenantId> idOf(const QString &slug) const;

    /// With its first administrator; a policy is the tenant's own business, and nothing is decided before it has one.
    /// Conflict (`duplicate_slug`).
    Result<api::TenantCreated> create(const Actor &actor, const api::TenantCreate &request) const;

    /// Name and state need tenant:manage. Conflict (`stale_version`), (`currency_in_use`) from the first policy or
    /// application on, (`reserved_tenant`) for switching off the platform. Switching a tenant off ends all its sessions.
    Result<api::TenantInfo> update(const Actor &actor, TenantId id, const api::TenantPatch &patch, int version) const;

private:
    const Parts m_parts;
};

} // namespace countersign
