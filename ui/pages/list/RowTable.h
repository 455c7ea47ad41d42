// The one look of every list of rows.
#pragma once

#include <QString>

#include <span>

class QAbstractItemModel;
class QTableView;

namespace countersign {

/// As wide as so many digits; 0 takes what is left.
struct RowColumn {
    int column = 0;
    int characters = 0;
};

/// Whole rows, one selected, none edited; Tab leaves the list.
QTableView *makeRowTable(QAbstractItemModel *model, const QString &accessibleName, std::span<const RowColumn> columns);

} // namespace countersign
