#include "core/access/UserRules.h"

namespace countersign {

namespace {

using enum Permission;

/// What an integration may be granted; the rest of a bank's rights belong to persons.
constexpr PermissionSet kMachinePermissions{ApplicationView, ApplicationCreate, ApplicationScore, QueueView,
                                            DecisionView,    AnalyticsView,     AuditView};

Error beyondOwnRights()
{
    return {ErrorCode::Forbidden, QStringLiteral("beyond_own_rights"),
            QStringLiteral("nobody gives rights, or manages somebody with rights, that he does not hold himself"), {}};
}

void fault(QList<FieldError> &faults, const char *path, const char *code, const QString &message)
{
    faults.append({QLatin1String(path), QLatin1String(code), message});
}

void checkGrants(const UserRights &rights, bool isPlatform, QList<FieldError> &faults)
{
    if (isPlatform && !rights.grants.isEmpty())
        fault(faults, "grants", "not_grantable", QStringLiteral("users of the platform hold tenant:manage and nothing else"));
    if (rights.grants.contains(TenantManage))
        fault(faults, "grants", "not_grantable", QStringLiteral("tenant:manage belongs to users of the platform alone"));
    if (rights.role == Role::ApiConsumer && !kMachinePermissions.containsAll(rights.grants))
        fault(faults, "grants", "not_grantable",
              QStringLiteral("a machine is not granted %1")
                  .arg((rights.grants - kMachinePermissions).toTexts().join(QStringLiteral(", "))));
    if (rights.denials.containsAny(rights.grants))
        fault(faults, "denials", "granted_too", QStringLiteral("a permission is granted or denied, not both"));
}

} // namespace

bool isWorkingAdministrator(const UserRights &rights)
{
    return rights.isActive && rights.role == Role::Admin && rights.effective().contains(UserManage);
}

Result<void> checkManages(PermissionSet manager, const UserRights &user)
{
    return manager.containsAll(user.effective()) ? Result<void>() : Result<void>(beyondOwnRights());
}

Result<void> checkRights(const UserRights &rights, bool isPlatform)
{
    QList<FieldError> faults;
    if (isPlatform != (rights.role == Role::PlatformAdmin))
        fault(faults, "role", "not_in_this_tenant",
              QStringLiteral("platform_admin is the role of the tenant platform, and of no other"));
    checkGrants(rights, isPlatform, faults);
    if (faults.isEmpty())
        return {};
    return Error{ErrorCode::Invalid, QStringLiteral("validation_failed"),
                 QStringLiteral("The rights do not fit; see errors."), faults};
}

Result<void> checkChange(const Actor &manager, const ManagedUser &user, const UserRights &after)
{
    if (after == user.rights)
        return {};
    if (manager.user == user.id)
        return Error{ErrorCode::Forbidden, QStringLiteral("own_rights"),
                     QStringLiteral("nobody changes his own rights; ask another administrator"), {}};
    if (!manager.permissions.containsAll(after.effective()))
        return beyondOwnRights();
    if (isWorkingAdministrator(user.rights) && !isWorkingAdministrator(after) && user.otherAdministrators == 0)
        return Error{ErrorCode::Conflict, QStringLiteral("last_administrator"),
                     QStringLiteral("the tenant would have no administrator who can manage users"), {}};
    return {};
}

} // namespace countersign
