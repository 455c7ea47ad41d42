// What one entry of the record says about each field: before, after, and whether it is hidden.
#pragma once

#include "core/api/AuditDtos.h"

#include <QAbstractTableModel>

namespace countersign {

class AuditDiffModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Field, Before, After, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setEntry(const api::AuditItem &entry); ///< of an update what changed; of the rest everything that was written
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString field; ///< path
        QJsonValue before;
        QJsonValue after;
    };
    QString text(const Row &row, int column) const;

    QList<Row> m_rows;
};

} // namespace countersign
