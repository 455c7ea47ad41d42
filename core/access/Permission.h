// What a user may do, and what each role brings with it.
#pragma once

#include "core/base/EnumText.h"

#include <QStringList>

#include <initializer_list>

namespace countersign {

enum class Permission {
    ApplicationView,
    ApplicationCreate,
    ApplicationScore,
    QueueView,
    QueueAssign,
    DecisionView,
    DecisionCreate,
    DecisionOverride,
    DecisionApproveOverride,
    AnalyticsView,
    ConfigManage,
    UserManage,
    AuditView,
    TenantManage, ///< held only by users of the tenant `platform`, who hold nothing else
};

template <>
inline constexpr auto enumTexts<Permission> = std::array{
    EnumText{Permission::ApplicationView, "application:view"},
    EnumText{Permission::ApplicationCreate, "application:create"},
    EnumText{Permission::ApplicationScore, "application:score"},
    EnumText{Permission::QueueView, "queue:view"},
    EnumText{Permission::QueueAssign, "queue:assign"},
    EnumText{Permission::DecisionView, "decision:view"},
    EnumText{Permission::DecisionCreate, "decision:create"},
    EnumText{Permission::DecisionOverride, "decision:override"},
    EnumText{Permission::DecisionApproveOverride, "decision:approve_override"},
    EnumText{Permission::AnalyticsView, "analytics:view"},
    EnumText{Permission::ConfigManage, "config:manage"},
    EnumText{Permission::UserManage, "user:manage"},
    EnumText{Permission::AuditView, "audit:view"},
    EnumText{Permission::TenantManage, "tenant:manage"},
};

/// A set of permissions, as a value.
class PermissionSet {
public:
    constexpr PermissionSet() = default;
    constexpr PermissionSet(std::initializer_list<Permission> permissions)
    {
        for (const Permission permission : permissions)
            m_bits |= bit(permission);
    }

    constexpr bool contains(Permission permission) const { return (m_bits & bit(permission)) != 0; }
    constexpr bool containsAll(PermissionSet others) const { return (others.m_bits & ~m_bits) == 0; }
    constexpr bool containsAny(PermissionSet others) const { return (others.m_bits & m_bits) != 0; }
    constexpr bool isEmpty() const { return m_bits == 0; }
    constexpr PermissionSet operator|(PermissionSet other) const { return PermissionSet(m_bits | other.m_bits); }
    constexpr PermissionSet operator-(PermissionSet other) const { return PermissionSet(m_bits & ~other.m_bits); }
    friend constexpr bool operator==(const PermissionSet &, const PermissionSet &) = default;

    QStringList toTexts() const;                           ///< in the order of the enumeration
    static PermissionSet fromTexts(const QStringList &texts); ///< texts that name no permission are left out

private:
    explicit constexpr PermissionSet(unsigned bits) : m_bits(bits) {}
    static constexpr unsigned bit(Permission permission) { return 1u << unsigned(permission); }
    unsigned m_bits = 0;
};

enum class Role { Admin, SeniorAnalyst, Analyst, Readonly, ApiConsumer, Auditor, PlatformAdmin };

template <>
inline constexpr auto enumTexts<Role> = std::array{
    EnumText{Role::Admin, "admin"},           EnumText{Role::SeniorAnalyst, "senior_analyst"},
    EnumText{Role::Analyst, "analyst"},       EnumText{Role::Readonly, "readonly"},
    EnumText{Role::ApiConsumer, "api_consumer"}, EnumText{Role::Auditor, "auditor"},
    EnumText{Role::PlatformAdmin, "platform_admin"},
};

PermissionSet permissionsOf(Role role);

/// What a user may do: what the role brings, more by grants, less by denials (a denial wins).
PermissionSet effectivePermissions(Role role, PermissionSet grants, PermissionSet denials);

} // namespace countersign
