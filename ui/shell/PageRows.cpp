#include "ui/shell/PageRows.h"

#include <QtGlobal>

#include <array>

namespace countersign {

namespace {

using enum Permission;

constexpr std::array kRows{
    PageRow{PageId::Queue, QT_TRANSLATE_NOOP("Pages", "Queue"), ActionId::GoToQueue, {QueueView}},
    PageRow{PageId::Overrides, QT_TRANSLATE_NOOP("Pages", "Overrides"), ActionId::GoToOverrides, {DecisionApproveOverride}},
    PageRow{PageId::Audit, QT_TRANSLATE_NOOP("Pages", "Audit"), ActionId::GoToAudit, {AuditView}},
    PageRow{PageId::Administration,
            QT_TRANSLATE_NOOP("Pages", "Administration"),
            ActionId::GoToAdministration,
            {UserManage, TenantManage, ConfigManage}},
};

} // namespace

std::span<const PageRow> pageRows()
{
    return kRows;
}

} // namespace countersign
