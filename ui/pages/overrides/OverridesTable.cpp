#include "ui/pages/overrides/OverridesTable.h"

#include "ui/delegates/NumberDelegate.h"
#include "ui/delegates/ScoreDelegate.h"
#include "ui/delegates/SlaBadgeDelegate.h"
#include "ui/models/OverridesModel.h"

#include <QHeaderView>
#include <QTableView>

namespace countersign {

namespace {

struct ColumnWidth {
    OverridesModel::Column column;
    int characters; ///< as wide as so many digits
};
constexpr std::array kWidths{
    ColumnWidth{OverridesModel::Application, 17}, ColumnWidth{OverridesModel::Amount, 17}, ColumnWidth{OverridesModel::Score, 15},
    ColumnWidth{OverridesModel::Direction, 29},   ColumnWidth{OverridesModel::Kind, 19},   ColumnWidth{OverridesModel::Analyst, 17},
    ColumnWidth{OverridesModel::Waits, 16},
};

} // namespace

QTableView *makeOverridesTable(OverridesModel *model)
{
    auto *table = new QTableView;
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false); // Tab leaves the list
    table->setItemDelegate(new RowDelegate(table));
    table->setItemDelegateForColumn(OverridesModel::Amount, new NumberDelegate(table));
    table->setItemDelegateForColumn(OverridesModel::Score, new ScoreDelegate(table));
    table->setItemDelegateForColumn(OverridesModel::Waits, new SlaBadgeDelegate(table));
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setAccessibleName(OverridesModel::tr("Decisions that wait for a second person"));
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(RowDelegate::rowHeight(table->fontMetrics()));
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    const int digit = table->fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (const ColumnWidth &width : kWidths)
        table->setColumnWidth(width.column, width.characters * digit);
    header->setSectionResizeMode(OverridesModel::Applicant, QHeaderView::Stretch);
    header->setMinimumSectionSize(8 * digit);
    return table;
}

} // namespace countersign
