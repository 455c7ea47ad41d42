// The record of what was done as a table, newest first.
#pragma once

#include "core/api/AuditDtos.h"
#include "ui/models/ItemTableModel.h"

namespace countersign {

class AuditModel : public ItemTableModel<api::AuditItem> {
    Q_OBJECT

public:
    enum Column { Time, Who, What, Thing, From, Number, ColumnCount };

    using ItemTableModel::ItemTableModel;

    void setNow(Instant now) { m_now = now; }

protected:
    QStringList headings() const override;
    QString text(const api::AuditItem &entry, int column) const override;
    QVariant look(const api::AuditItem &entry, int column, int role) const override;

private:
    Instant m_now;
};

} // namespace countersign
