// Makes the first things of an installation: a tenant, its users, its first policy and its first model.
#pragma once

#include "core/access/Permission.h"
#include "core/policy/Policy.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

struct NewTenant {
    QString slug;
    QString name;
    Currency currency;
    QString locale;   ///< BCP 47
    QString timeZone; ///< IANA
};

struct NewUser {
    QString email;
    QString name;
    Role role = Role::Readonly;
    QString passwordHash;
    bool mustChangePassword = true;
};

class BootstrapService {
public:
    explicit BootstrapService(const ServiceContext &context) : m_context(context) {}

    /// The tenant of that slug, made when there is none.
    Result<TenantId> ensureTenant(const NewTenant &tenant) const;
    /// A user whose address is taken stays as it is.
    Result<void> ensureUser(TenantId tenant, const NewUser &user) const;
    /// Signed system:bootstrap; possible only while the tenant has no policy, and nothing happens when it has one.
    Result<void> ensurePolicy(TenantId tenant, const Policy &policy, const Currency &currency) const;
    /// The same for the model in production. `manifest` is the bundle's.
    Result<void> ensureModel(TenantId tenant, const QString &bundle, const QString &featureSet, const QJsonObject &manifest) const;

private:
    const ServiceContext &m_context;
};

} // namespace countersign
