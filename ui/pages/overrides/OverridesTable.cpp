#include "ui/pages/overrides/OverridesTable.h"

#include "ui/delegates/NumberDelegate.h"
#include "ui/delegates/ScoreDelegate.h"
#include "ui/delegates/SlaBadgeDelegate.h"
#include "ui/models/OverridesModel.h"
#include "ui/pages/list/RowTable.h"

#include <QHeaderView>
#include <QTableView>

namespace countersign {

namespace {

constexpr std::array kColumns{
    RowColumn{OverridesModel::Applicant, 0},
    RowColumn{OverridesModel::Application, 17}, RowColumn{OverridesModel::Amount, 17}, RowColumn{OverridesModel::Score, 15},
    RowColumn{OverridesModel::Direction, 29},   RowColumn{OverridesModel::Kind, 19},   RowColumn{OverridesModel::Analyst, 17},
    RowColumn{OverridesModel::Waits, 16},
};

} // namespace

QTableView *makeOverridesTable(OverridesModel *model)
{
    QTableView *table = makeRowTable(model, OverridesModel::tr("Decisions that wait for a second person"), kColumns);
    table->setItemDelegateForColumn(OverridesModel::Amount, new NumberDelegate(table));
    table->setItemDelegateForColumn(OverridesModel::Score, new ScoreDelegate(table));
    table->setItemDelegateForColumn(OverridesModel::Waits, new SlaBadgeDelegate(table));
    QHeaderView *header = table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(8 * table->fontMetrics().horizontalAdvance(QLatin1Char('0')));
    return table;
}

} // namespace countersign
