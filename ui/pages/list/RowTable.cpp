#include "ui/pages/list/RowTable.h"

#include "ui/delegates/RowDelegate.h"

#include <QHeaderView>
#include <QTableView>

namespace countersign {

QTableView *makeRowTable(QAbstractItemModel *model, const QString &accessibleName, std::span<const RowColumn> columns)
{
    auto *table = new QTableView;
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false); // Tab leaves the list
    table->setItemDelegate(new RowDelegate(table));
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setAccessibleName(accessibleName);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(RowDelegate::rowHeight(table->fontMetrics()));
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    const int digit = table->fontMetrics().horizontalAdvance(QLatin1Char('0'));
    header->setMinimumSectionSize(6 * digit);
    for (const RowColumn &column : columns) {
        if (column.characters == 0)
            header->setSectionResizeMode(column.column, QHeaderView::Stretch);
        else
            table->setColumnWidth(column.column, column.characters * digit);
    }
    return table;
}

} // namespace countersign
