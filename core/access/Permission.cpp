#include "core/access/Permission.h"

namespace countersign {

namespace {

using enum Permission;

constexpr PermissionSet kReadonly{ApplicationView, QueueView, DecisionView, AnalyticsView};
constexpr PermissionSet kAnalyst = kReadonly
    | PermissionSet{ApplicationCreate, QueueAssign, DecisionCreate, DecisionOverride};
constexpr PermissionSet kSeniorAnalyst = kAnalyst | PermissionSet{ApplicationScore, DecisionApproveOverride};
constexpr PermissionSet kAdmin = kSeniorAnalyst | PermissionSet{ConfigManage, UserManage, AuditView};

struct RolePermissions {
    Role role;
    PermissionSet permissions;
};

constexpr std::array kTable{
    RolePermissions{Role::Admin, kAdmin},
    RolePermissions{Role::SeniorAnalyst, kSeniorAnalyst},
    RolePermissions{Role::Analyst, kAnalyst},
    RolePermissions{Role::Readonly, kReadonly},
    RolePermissions{Role::ApiConsumer, PermissionSet{ApplicationCreate, DecisionView}},
    RolePermissions{Role::Auditor, kReadonly | PermissionSet{AuditView}},
    RolePermissions{Role::PlatformAdmin, PermissionSet{TenantManage}},
};
static_assert(kTable.size() == enumTexts<Role>.size());

} // namespace

QStringList PermissionSet::toTexts() const
{
    QStringList texts;
    for (const auto &row : enumTexts<Permission>)
        if (contains(row.value))
            texts.append(QLatin1String(row.text));
    return texts;
}

PermissionSet PermissionSet::fromTexts(const QStringList &texts)
{
    PermissionSet set;
    for (const QString &text : texts)
        if (const auto permission = fromText<Permission>(text))
            set = set | PermissionSet{*permission};
    return set;
}

PermissionSet permissionsOf(Role role)
{
    return kTable[std::size_t(role)].permissions;
}

PermissionSet effectivePermissions(Role role, PermissionSet grants, PermissionSet denials)
{
    return (permissionsOf(role) | grants) - denials;
}

} // namespace countersign
