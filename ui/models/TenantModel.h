// The tenants of the installation as a table.
#pragma once

#include "core/api/TenantDtos.h"
#include "ui/models/ItemTableModel.h"

namespace countersign {

class TenantModel : public ItemTableModel<api::TenantInfo> {
    Q_OBJECT

public:
    enum Column { Name, Slug, Money, Locale, TimeZone, State, ColumnCount };

    using ItemTableModel::ItemTableModel;

protected:
    QStringList headings() const override;
    QString text(const api::TenantInfo &tenant, int column) const override;
    QVariant look(const api::TenantInfo &tenant, int column, int role) const override;
};

} // namespace countersign
