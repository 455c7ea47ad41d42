#include "ui/models/TenantModel.h"

namespace countersign {

QStringList TenantModel::headings() const
{
    return {tr("Name"), tr("Short name"), tr("Currency"), tr("Locale"), tr("Time zone"), tr("State")};
}

QString TenantModel::text(const api::TenantInfo &tenant, int column) const
{
    switch (Column(column)) {
    case Name:
        return tenant.name;
    case Slug:
        return tenant.slug;
    case Money:
        return tenant.currency.code();
    case Locale:
        return tenant.locale;
    case TimeZone:
        return tenant.timeZone;
    case State:
        return tenant.isActive ? tr("Active") : tr("Switched off");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant TenantModel::look(const api::TenantInfo &tenant, int column, int role) const
{
    switch (role) {
    case BoldRole:
        return column == Name;
    case MutedRole:
        return !tenant.isActive || column == Slug;
    default:
        return {};
    }
}

} // namespace countersign
