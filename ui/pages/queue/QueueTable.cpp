#include "ui/pages/queue/QueueTable.h"

#include "ui/delegates/NumberDelegate.h"
#include "ui/delegates/ScoreDelegate.h"
#include "ui/delegates/SlaBadgeDelegate.h"
#include "ui/models/QueueModel.h"

#include <QHeaderView>
#include <QTableView>

namespace countersign {

namespace {

struct ColumnWidth {
    QueueModel::Column column;
    int characters; ///< as wide as so many digits
};
constexpr std::array kWidths{
    ColumnWidth{QueueModel::Priority, 8},  ColumnWidth{QueueModel::Application, 17}, ColumnWidth{QueueModel::Amount, 17},
    ColumnWidth{QueueModel::Term, 8},      ColumnWidth{QueueModel::Purpose, 17},     ColumnWidth{QueueModel::Score, 15},
    ColumnWidth{QueueModel::Why, 19},      ColumnWidth{QueueModel::Sla, 15},         ColumnWidth{QueueModel::Analyst, 13},
};

} // namespace

QTableView *makeQueueTable(QueueModel *model)
{
    auto *table = new QTableView;
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false); // Tab leaves the list
    table->setItemDelegate(new RowDelegate(table));
    for (const QueueModel::Column column : {QueueModel::Priority, QueueModel::Amount, QueueModel::Term})
        table->setItemDelegateForColumn(column, new NumberDelegate(table));
    table->setItemDelegateForColumn(QueueModel::Score, new ScoreDelegate(table));
    table->setItemDelegateForColumn(QueueModel::Sla, new SlaBadgeDelegate(table));
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setAccessibleName(QueueModel::tr("Cases that wait for a person"));
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(RowDelegate::rowHeight(table->fontMetrics()));
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    const int digit = table->fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (const ColumnWidth &width : kWidths)
        table->setColumnWidth(width.column, width.characters * digit);
    header->setSectionResizeMode(QueueModel::Applicant, QHeaderView::Stretch);
    header->setMinimumSectionSize(8 * digit);
    return table;
}

} // namespace countersign
